using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>Writes a file beside its place and moves it there when it is whole: nobody ever finds half a file.</summary>
internal static class WholeFile
{
    public static Task WriteAsync(string file, byte[] content) => WriteAsync(file, stream => stream.WriteAsync(content).AsTask());

    public static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var target = Path.GetFullPath(file);
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, "." + Path.GetFileName(target) + ".partiel");
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
                await write(stream);
            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(AppPhrases.Text("files.unwritable", ("file", file)), error);
        }
        finally
        {
            if (File.Exists(unfinished))
                File.Delete(unfinished);
        }
    }
}
