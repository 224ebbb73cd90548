using PbfFieldBot.Data;

namespace PbfFieldBot.Commands;

/// <summary>A folder for a database that nobody keeps; gone at the end.</summary>
internal sealed class TrialFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pbf-field-bot-").FullName;

    /// <summary>The trial's database.</summary>
    public DatabaseAddress Database => new SqliteAddress("Data Source=" + Path.Combine(folder, "essai.db"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
