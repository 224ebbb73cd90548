using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Intake;

/// <summary>
/// The three writes that nearly every update needs, as prepared commands on EF's connection and transaction: EF's own change tracking costs several times as much.
/// The SQL is understood by SQLite and PostgreSQL alike.
/// </summary>
internal sealed class HotWrites(FieldDb db) : IAsyncDisposable
{
    private DbCommand? see;
    private DbCommand? keep;
    private DbCommand? send;

    /// <summary>Remembers an update; false when it was handled before.</summary>
    public bool TrySee(ChannelUpdate update, long now)
    {
        see ??= Prepare("""
            INSERT INTO "SeenUpdates" ("Channel", "UpdateId", "SeenAt") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
            """, 3);
        return Execute(see, update.Channel, update.UpdateId, now) == 1;
    }

    /// <summary>Keeps a person's talk.</summary>
    public void Keep(long personId, string state, long now)
    {
        keep ??= Prepare("""
            INSERT INTO "Conversations" ("PersonId", "State", "UpdatedAt") VALUES (@p0, @p1, @p2)
            ON CONFLICT ("PersonId") DO UPDATE SET "State" = excluded."State", "UpdatedAt" = excluded."UpdatedAt"
            """, 3);
        Execute(keep, personId, state, now);
    }

    /// <summary>Puts a message into the outbox; it then knows its number.</summary>
    public void Send(OutgoingMessage message)
    {
        send ??= Prepare("""
            INSERT INTO "Outbox" ("Channel", "ChatId", "Priority", "DueAt", "Text", "Buttons", "EditsMessageId", "Silent", "Slot", "Awaited", "Attempts") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 0) RETURNING "Id"
            """, 10);
        Bind(send, message.Channel, message.ChatId, (int)message.Priority, message.DueAt, message.Text, message.Buttons, message.EditsMessageId, message.Silent, message.Slot, message.Awaited);
        message.Id = (long)send.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in new[] { see, keep, send })
            if (command is not null)
                await command.DisposeAsync();
    }

    private DbCommand Prepare(string sql, int parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static int Execute(DbCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        return command.ExecuteNonQuery();
    }

    private static void Bind(DbCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
