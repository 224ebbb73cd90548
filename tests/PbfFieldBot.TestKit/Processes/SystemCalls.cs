using System.Globalization;
using System.Text.RegularExpressions;

namespace PbfFieldBot.TestKit.Processes;

/// <summary>The writes, syncs and sends of a program as strace saw them: tells what stood on the disk when something was sent.</summary>
public sealed partial class SystemCalls
{
    private readonly List<(string Call, string File, long Offset, byte[] Bytes)> calls;

    private SystemCalls(List<(string, string, long, byte[])> calls) => this.calls = calls;

    /// <summary>What the program runs under to be recorded.</summary>
    public static string[] Recorded(string log) => ["strace", "-f", "-y", "-xx", "-s", "8000", "-qq", "-o", log, "-e", "trace=pwrite64,fsync,fdatasync,ftruncate,sendto,sendmsg,write"];

    public static SystemCalls Read(string log)
    {
        List<(string, string, long, byte[])> calls = [];
        Dictionary<string, (string, string, long, byte[])> unfinished = [];
        foreach (var line in File.ReadLines(log))
        {
            if (Resumed().Match(line) is { Success: true } end && unfinished.Remove(end.Groups["pid"].Value, out var begun))
                calls.Add(begun);
            if (Call().Match(line) is not { Success: true } found)
                continue;
            var call = (found.Groups["call"].Value, Decoded(found.Groups["file"].Value), Offset(line), BytesOf(line));
            if (line.Contains("<unfinished", StringComparison.Ordinal))
                unfinished[found.Groups["pid"].Value] = call;
            else
                calls.Add(call);
        }

        return new SystemCalls(calls);
    }

    /// <summary>Rebuilds a database and its log as they were synced when the words were first sent.</summary>
    /// <param name="before">The database's file before the program started.</param>
    public void WriteWhatWasSynced(string database, byte[] before, string words, string place)
    {
        Dictionary<string, (MemoryStream Synced, List<(string Call, long Offset, byte[] Bytes)> Waiting)> files = new()
        {
            [database] = (new MemoryStream(), []),
            [database + "-wal"] = (new MemoryStream(), []),
        };
        files[database].Synced.Write(before);
        var wanted = System.Text.Encoding.ASCII.GetBytes(words);
        foreach (var (call, file, offset, bytes) in calls)
        {
            if (call is "sendto" or "sendmsg" or "write" && bytes.AsSpan().IndexOf(wanted) >= 0)
                break;
            if (!files.TryGetValue(file, out var state))
                continue;
            if (call is "pwrite64" or "ftruncate")
                state.Waiting.Add((call, offset, bytes));
            else if (call is "fsync" or "fdatasync")
                Sync(state.Synced, state.Waiting);
        }

        foreach (var (file, state) in files.Where(f => f.Value.Synced.Length > 0))
            File.WriteAllBytes(Path.Combine(place, Path.GetFileName(file)), state.Synced.ToArray());
    }

    private static void Sync(MemoryStream synced, List<(string Call, long Offset, byte[] Bytes)> waiting)
    {
        foreach (var (call, offset, bytes) in waiting)
            if (call == "ftruncate")
            {
                synced.SetLength(offset);
            }
            else
            {
                synced.Position = offset;
                synced.Write(bytes);
            }

        waiting.Clear();
    }

    private static long Offset(string line) => LastNumber().Match(line) is { Success: true } number ? long.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    private static byte[] BytesOf(string line) => [.. Quoted().Matches(line).SelectMany(m => Hex().Matches(m.Groups[1].Value)).Select(h => byte.Parse(h.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    private static string Decoded(string text) => Hex().Replace(text, h => ((char)byte.Parse(h.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"^(?<pid>[0-9]+) +(?<call>\w+)\([0-9]+<(?<file>[^>]*)>")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?<pid>[0-9]+) +<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@", ([0-9]+)(\)| <unfinished)")]
    private static partial Regex LastNumber();

    [GeneratedRegex("\"((?:\\\\x[0-9a-f]{2})*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\x([0-9a-f]{2})")]
    private static partial Regex Hex();
}
