using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>A file that the bot sent along with a call.</summary>
public sealed record UploadedFile(string Name, byte[] Content, bool IsPhoto = false);

/// <summary>Reads a call's body: JSON, or a form in parts when a file comes along.</summary>
internal static class FormReader
{
    private const string PartEnd = "\r\n\r\n";

    public static async Task<(JsonObject Body, UploadedFile? Upload)> ReadAsync(HttpListenerRequest request)
    {
        using var memory = new MemoryStream();
        await request.InputStream.CopyToAsync(memory);
        var content = memory.ToArray();
        if (request.ContentType is { } type && type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return ReadParts(content, type[(type.IndexOf("boundary=", StringComparison.Ordinal) + 9)..].Trim('"'));
        var text = Encoding.UTF8.GetString(content);
        return (text.Length > 0 && text[0] == '{' ? JsonNode.Parse(text)!.AsObject() : [], null);
    }

    // Latin-1 keeps each byte as one sign, so that the bytes of the file come out as they went in.
    private static (JsonObject Body, UploadedFile? Upload) ReadParts(byte[] content, string boundary)
    {
        var body = new JsonObject();
        UploadedFile? upload = null;
        foreach (var part in Encoding.Latin1.GetString(content).Split("--" + boundary, StringSplitOptions.RemoveEmptyEntries).Where(p => p.Contains(PartEnd, StringComparison.Ordinal)))
        {
            var at = part.IndexOf(PartEnd, StringComparison.Ordinal);
            var (head, value) = (part[..at], Encoding.Latin1.GetBytes(part[(at + PartEnd.Length)..^2]));
            if (Named(head, "filename") is { } file)
                upload = new UploadedFile(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(file)), value);
            else if (Named(head, "name") is { } name)
                body[name] = ValueOf(Encoding.UTF8.GetString(value));
        }

        return (body, upload);
    }

    private static JsonNode? ValueOf(string text) => text switch
    {
        "true" or "false" => text == "true",
        ['{', ..] => JsonNode.Parse(text),
        _ => long.TryParse(text, out var number) ? number : text,
    };

    private static string? Named(string head, string key)
    {
        var at = head.IndexOf(" " + key + "=", StringComparison.Ordinal);
        return at < 0 ? null : head[(at + key.Length + 2)..].Split(';', '\r')[0].Trim('"');
    }
}
