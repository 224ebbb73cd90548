using PbfFieldBot.Texts;

namespace PbfFieldBot.Data;

/// <summary>Where the data stand: in one SQLite file, or on a PostgreSQL server that several replicas may share.</summary>
public abstract record DatabaseAddress(string ConnectionString)
{
    /// <summary>What people know it by: the file, or the database's name and its server. Never a password.</summary>
    public abstract string Shown { get; }

    /// <summary>The connection string of the SQLite file; refused on PostgreSQL, which has tools of its own for what works on files.</summary>
    public string SqliteFile => this is SqliteAddress ? ConnectionString : throw new RefusedException(AppPhrases.Text("data.only_sqlite"));

    /// <summary>Where the key stands that seals what is kept of failed updates: never in the database.</summary>
    internal abstract string KeyFile { get; }

    // A record's own text would show the password in a log.
    public sealed override string ToString() => Shown;

    /// <summary>Makes the database ready at start: the tables of this version.</summary>
    internal abstract Task PrepareAsync(CancellationToken stop);

    /// <summary>Refuses a database that is not there yet.</summary>
    internal abstract Task RefuseMissingAsync(CancellationToken stop);

    /// <summary>Gives out contexts, each for one piece of work.</summary>
    internal abstract Func<FieldDb> Contexts();

    /// <summary>Waits until the transaction that has just begun is the only one that writes, in all processes.</summary>
    internal abstract Task WriteAloneAsync(FieldDb db, CancellationToken stop);

    /// <summary>Waits for the turn to do what one process at a time does.</summary>
    internal abstract Task<ITurn> TurnAsync(TurnKind what, CancellationToken stop);

    /// <summary>Closes the connections that wait for their next use.</summary>
    internal abstract void Close();
}
