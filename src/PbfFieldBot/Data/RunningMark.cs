namespace PbfFieldBot.Data;

/// <summary>Says that a bot runs on a database: a lock of the operating system beside the file, which dies with the process.</summary>
public static class RunningMark
{
    /// <summary>Takes the mark until it is disposed; null when another process has it.</summary>
    public static IDisposable? TryTake(string connectionString)
    {
        try
        {
            return new FileStream(DbSetup.FileOf(connectionString) + ".running", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
