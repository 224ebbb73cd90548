using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PbfFieldBot.Data;

/// <summary>A query that is translated once instead of at each use. EF binds a compiled query to one model; SQLite's and PostgreSQL's are two.</summary>
/// <param name="compile">Calls EF.CompileAsyncQuery.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> queries = [];

    /// <summary>The query for a context's kind of database.</summary>
    public TQuery For(FieldDb db) => queries.GetValue(db.Model, _ => compile());
}
