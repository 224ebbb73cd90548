using System.Collections.Concurrent;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Channels.Replay;

/// <summary>Phones in memory: what is sent lies on the screens until it is taken.</summary>
/// <param name="name">The channel's name: people of another name are not its own.</param>
internal sealed class ReplayChannel(string name) : IChannel
{
    private readonly ConcurrentQueue<OutgoingMessage> sent = new();

    public string Name => name;

    /// <summary>Where the files that people send are looked for: beside the written conversation.</summary>
    public string Folder { get; set; } = "";

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop)
    {
        if (!message.RemovesButtons)
            sent.Enqueue(message);
        return Task.FromResult<SendOutcome>(new Delivered(message.EditsMessageId ?? message.Id));
    }

    /// <summary>A file's id is "NUMBER/PATH": each sending has its own, also of the same file.</summary>
    public async Task<FetchOutcome> FetchAsync(string fileId, CancellationToken stop)
    {
        var file = PathOf(fileId);
        return File.Exists(file) ? new Fetched(await File.ReadAllBytesAsync(file, stop)) : new FetchRefused();
    }

    /// <summary>The size of the file; null when there is none.</summary>
    public long? SizeOf(string fileId) => new FileInfo(PathOf(fileId)) is { Exists: true } file ? file.Length : null;

    /// <summary>What was sent since the last call.</summary>
    public IReadOnlyList<OutgoingMessage> Take()
    {
        var taken = new List<OutgoingMessage>();
        while (sent.TryDequeue(out var message))
            taken.Add(message);
        return taken;
    }

    private string PathOf(string fileId) => Path.GetFullPath(fileId[(fileId.IndexOf('/', StringComparison.Ordinal) + 1)..], Path.GetFullPath(Folder.Length == 0 ? "." : Folder));
}
