using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Data;

namespace PbfFieldBot.Outbox;

/// <summary>How a file is shown in the chat.</summary>
public enum OutgoingFileKind
{
    /// <summary>As a picture (PNG or JPEG).</summary>
    Photo,

    /// <summary>As a document to save, under its name.</summary>
    Document,
}

/// <summary>The bytes of a file to send, written in the same transaction as the messages that carry it and removed once the last of them is sent.</summary>
public sealed class OutgoingFile
{
    public long Id { get; set; }

    public OutgoingFileKind Kind { get; set; }

    public required string Name { get; set; }

    public required byte[] Content { get; set; }

    public static OutgoingFile Photo(string name, byte[] content) => new() { Kind = OutgoingFileKind.Photo, Name = name, Content = content };

    public static OutgoingFile Document(string name, byte[] content) => new() { Kind = OutgoingFileKind.Document, Name = name, Content = content };

    /// <summary>Removes the files that no message carries any more.</summary>
    public static Task<int> RemoveUnusedAsync(FieldDb db, CancellationToken stop) =>
        db.OutgoingFiles.Where(f => !db.Outbox.Any(m => m.FileId == f.Id)).ExecuteDeleteAsync(stop);
}
