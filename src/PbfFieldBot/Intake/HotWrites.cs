using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Outbox;

namespace PbfFieldBot.Intake;

/// <summary>The three writes that nearly every update needs, by prepared commands.</summary>
internal static class HotWrites
{
    /// <summary>Remembers an update; false when it was handled before.</summary>
    public static bool TrySee(PreparedCommands commands, ChannelUpdate update, long now) => commands.Execute(
        """
        INSERT INTO "SeenUpdates" ("Channel", "UpdateId", "SeenAt") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING
        """,
        update.Channel, update.UpdateId, now) == 1;

    /// <summary>Keeps a person's talk.</summary>
    public static void Keep(PreparedCommands commands, long personId, string state, long now) => commands.Execute(
        """
        INSERT INTO "Conversations" ("PersonId", "State", "UpdatedAt") VALUES (@p0, @p1, @p2)
        ON CONFLICT ("PersonId") DO UPDATE SET "State" = excluded."State", "UpdatedAt" = excluded."UpdatedAt"
        """,
        personId, state, now);

    /// <summary>Puts a message into the outbox; it then knows its number.</summary>
    public static void Send(PreparedCommands commands, OutgoingMessage message) => message.Id = (long)commands.Scalar(
        """
        INSERT INTO "Outbox" ("Channel", "ChatId", "Priority", "DueAt", "Text", "Buttons", "EditsMessageId", "Silent", "Slot", "Awaited", "Attempts") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, 0) RETURNING "Id"
        """,
        message.Channel, message.ChatId, (int)message.Priority, message.DueAt, message.Text, message.Buttons, message.EditsMessageId, message.Silent, message.Slot, message.Awaited)!;
}
