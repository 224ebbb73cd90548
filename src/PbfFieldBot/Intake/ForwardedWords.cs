using System.Security.Cryptography;
using System.Text;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.People;
using PbfFieldBot.Submissions;
using PbfFieldBot.Texts;
using Words = PbfFieldBot.Engine.Conversations.Commands;

namespace PbfFieldBot.Intake;

/// <summary>Words that somebody else wrote: nothing of them is believed before the person who forwards them says that they are the own report. Whose they were is never read.</summary>
internal sealed class ForwardedWords(ConversationEngine engine, Areas areas, Turns turns)
{
    private const string Prefix = "fw:";

    /// <summary>Asks whose the report is; the text waits in the person's state, and any other answer lets it go.</summary>
    public static void Ask(IntakeBatch batch, Known known, string text)
    {
        known.State = known.State with { Forwarded = text };
        Button Choice(string label, bool yes) => new(AppPhrases.Text("intake.forwarded." + label), PressOf(text, yes));
        batch.Say(known.Person, new Reply(AppPhrases.Text("intake.forwarded.ask"), [[Choice("own", true), Choice("not_own", false)]]));
    }

    /// <summary>True for a press under such a question.</summary>
    public static bool IsPress(string data) => data.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Takes "oui" or "non" to such a question; false when none was asked just now.</summary>
    public async Task<bool> TakeWordsAsync(IntakeBatch batch, Known known, string words, ChannelUpdate update, CancellationToken stop)
    {
        if (known.State.Forwarded is not { } text || Words.Of(words) is not (Command.Yes or Command.No))
            return false;
        await TakeAsync(batch, known, text, Words.Of(words) is Command.Yes, update, stop);
        return true;
    }

    /// <summary>Takes a press; one under an older question takes nothing.</summary>
    public async Task TakePressAsync(IntakeBatch batch, Known known, string data, ChannelUpdate update, CancellationToken stop)
    {
        if (known.State.Forwarded is { } text && (data == PressOf(text, true) || data == PressOf(text, false)))
            await TakeAsync(batch, known, text, data == PressOf(text, true), update, stop);
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("intake.unknown_button")));
    }

    private async Task TakeAsync(IntakeBatch batch, Known known, string text, bool own, ChannelUpdate update, CancellationToken stop)
    {
        known.State = known.State with { Forwarded = null };
        if (own)
            await turns.TakeAsync(batch, known, engine.Take(known.State, new Message(text), known.Speaker(areas), turns.LocalTime(update)), update, stop);
        else
            batch.Say(known.Person, new Reply(AppPhrases.Text("intake.forwarded.dropped")));
    }

    // The button names its text by a digest.
    private static string PressOf(string text, bool yes) => Prefix + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16] + (yes ? ":y" : ":n");
}
