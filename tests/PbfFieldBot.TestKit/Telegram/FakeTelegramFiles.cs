using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace PbfFieldBot.TestKit.Telegram;

/// <summary>The files that wait on Telegram's server to be brought down.</summary>
public sealed partial class FakeTelegram
{
    private readonly ConcurrentDictionary<string, byte[]> files = new();
    private readonly ConcurrentDictionary<string, string> paths = new();

    /// <summary>Files on Telegram's server by id: what getFile knows.</summary>
    public void KeepFile(string fileId, byte[] content) => files[fileId] = content;

    /// <summary>Answers getFile with a path of somebody's choosing.</summary>
    public void ForgePath(string fileId, string path)
    {
        KeepFile(fileId, [1]);
        paths[fileId] = path;
    }

    private (int Status, JsonObject Answer) GetFile(JsonObject body)
    {
        var id = (string?)body["file_id"] ?? "";
        if (!files.TryGetValue(id, out var content))
            return (400, Error(400, "Bad Request: wrong file_id or the file is temporarily unavailable"));
        return content.Length > 20_000_000
            ? (400, Error(400, "Bad Request: file is too big"))
            : Ok(new JsonObject { ["file_id"] = id, ["file_unique_id"] = "u" + id, ["file_size"] = content.Length, ["file_path"] = paths.GetValueOrDefault(id, "files/" + id) });
    }

    private async Task DownloadAsync(HttpListenerContext context, string name)
    {
        if (faults.TryGetValue("download", out var scripted) && scripted.TryDequeue(out var fault))
        {
            await fault.PlayAsync(context, stop.Token);
            return;
        }

        if (!files.TryGetValue(name, out var content))
        {
            await AnswerAsync(context, 404, Error(404, "Not Found"));
            return;
        }

        await context.Response.OutputStream.WriteAsync(content, stop.Token);
        context.Response.Close();
    }
}
