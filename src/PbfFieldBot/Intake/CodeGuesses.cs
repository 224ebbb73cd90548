using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>
/// Counts invitation codes that did not pass, in memory only. Many within an hour are somebody's guessing: those who run the project are told, once a day.
/// Nobody is shut out by it, since a code of 144 bits is not found by trying and the right person's always passes.
/// </summary>
internal sealed class CodeGuesses
{
    private const int ManyInAnHour = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private DateTimeOffset since;
    private DateTimeOffset mayWarnAt;
    private int refused;

    public async Task NoteAsync(IntakeBatch batch, CancellationToken stop)
    {
        if (!IsToWarn(batch.Now))
            return;
        var all = await batch.Db.People.AsNoTracking().Where(p => p.Role != Role.Partner && p.RevokedAt == null && !p.Unreachable).OrderBy(p => p.Id).ToListAsync(stop);
        var told = all.FindAll(p => p.Role is Role.Administrator) is { Count: > 0 } administrators ? administrators : all.FindAll(p => p.Area == Areas.National) is { Count: > 0 } wide ? wide : all;
        batch.Send(told.Select(p => OutgoingMessage.To(p, new Reply(AppPhrases.Text("people.guessing", ("n", ManyInAnHour))), SendPriority.Alert, batch.Now)));
    }

    private bool IsToWarn(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now - since > Hour)
                (since, refused) = (now, 0);
            refused++;
            if (refused < ManyInAnHour || now < mayWarnAt)
                return false;
            mayWarnAt = now + BetweenWarnings;
            return true;
        }
    }
}
