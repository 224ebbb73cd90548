using System.Collections.Immutable;
using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>One turn of a talk: what is said with no conversation open, and how one begins. The rest of the class: what happens in an open one.</summary>
internal sealed partial class Talk(ConversationEngine engine, PersonState state, Speaker speaker, DateTimeOffset at, long message = 0)
{
    private static PhraseFile Say => BotPhrases.File;

    private static readonly Dictionary<string, string[]> SlotsOfProblem = new(StringComparer.Ordinal)
    {
        [RejectReasons.WomenGtTotal] = [HeadcountQuestion.Participants],
        [RejectReasons.MenGtTotal] = [HeadcountQuestion.Participants],
        [RejectReasons.YouthGtTotal] = [HeadcountQuestion.Participants],
        [RejectReasons.SumMismatch] = [HeadcountQuestion.Participants],
        [RejectReasons.WeekdayMismatch] = ["date"],
        [RejectReasons.DateFuture] = ["date"],
        [RejectReasons.DateImpossible] = ["date"],
    };

    private readonly List<string> before = [];
    private ImmutableList<Conversation> paused = state.Paused;
    private ConfirmedReport? submitted;
    private bool old;

    private DateOnly Today => DateOnly.FromDateTime(at.DateTime);

    public Turn Take(Input input)
    {
        old = input is Press press && (state.Active is null ? !StartsAnew(press.Code) : press.Turn != state.Turn);
        if (old)
            before.Add(Say.Text("talk.old_button"));
        if (state.Active is null)
            return old ? Menu() : Idle(input);
        if (engine.DialogOf(state.Active.DialogKey) is not { } dialog)
            throw new InvalidOperationException("the dialog of an open conversation is lost: " + state.Active.DialogKey);
        progress = new Progress(dialog, speaker, at, engine.Places);
        return old ? ShowAgain(state.Active) : InConversation(state.Active, input);
    }

    public Turn Menu(bool all = false)
    {
        before.AddRange(WaitingNote());
        return Show(null, engine.Screens.Menu(speaker, all));
    }

    private static bool StartsAnew(string code) => code.StartsWith("d.", StringComparison.Ordinal) || code is "all" or nameof(Command.Resume) or nameof(Command.Menu);

    private Turn Idle(Input input)
    {
        switch (input)
        {
            case Press { Code: var code } when code.StartsWith("d.", StringComparison.Ordinal):
                if (engine.Screens.Allowed(speaker).FirstOrDefault(d => d.Id == code[2..]) is { } chosen)
                    return Begin(chosen);
                before.Add(Say.Text("talk.no_such_dialog"));
                return Menu();
            case Press { Code: "all" }:
                return Menu(all: true);
            case Press { Code: var code }:
                return IdleCommand(Commands.OfCode(code)!.Value);
            case Message { Text: var text } when Commands.Of(text) is { } command:
                return IdleCommand(command);
            case Message { Text: var text }:
                return IdleText(WithoutTeller(text));
            case Photo { Caption.Length: > 0 } photo:
                return IdleText(photo.Caption);
            case Unreadable media:
                before.Add(Say.Text("media." + media.What));
                return Menu();
            default:
                before.Add(Say.Text("media.other"));
                return Menu();
        }
    }

    private Turn IdleCommand(Command command)
    {
        switch (command)
        {
            case Command.Help:
                before.Add(engine.Screens.Help(speaker, null));
                break;
            case Command.Cancel:
                before.Add(Say.Text("menu.nothing_to_cancel"));
                break;
            case Command.Resume when paused.Count > 0:
                return Resume();
            case Command.Resume:
                before.Add(Say.Text("menu.nothing_to_resume"));
                break;
            case not Command.Menu:
                before.Add(Say.Text("menu.nothing_before"));
                break;
        }

        return Menu();
    }

    private Turn IdleText(string text)
    {
        if (DialogNamed(text) is { } named)
            return Begin(named);
        var reading = engine.Messages.Read(text, Today, speaker.Area);
        if (reading.Reports.Count == 0)
        {
            before.Add(WhyNoReport(reading.NoReport));
            return Menu();
        }

        return BeginRead(reading);
    }

    private string WhyNoReport(string? why)
    {
        var sentence = Say.Text("no_report." + (why is not null && Say.Has("no_report." + why) ? why : "other"));
        return why == "question" && engine.Screens.Contact.Length > 0 ? sentence + " " + Say.Text("help.contact", ("contact", engine.Screens.Contact)) : sentence;
    }

    /// <summary>The dialog that a text names: its number on the menu, its title, its id or one of its words.</summary>
    private Dialog? DialogNamed(string text)
    {
        var folded = Folding.Fold(text);
        if (int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var offered = engine.Screens.Offered(speaker, all: false);
            return number >= 1 && number <= offered.Count ? offered[number - 1] : null;
        }

        return engine.Screens.Allowed(speaker).FirstOrDefault(d => DialogNames.Has(d, folded));
    }

    private Turn BeginRead(MessageReading reading)
    {
        var known = reading.Reports.Where(r => engine.Catalog.Find(r.Kind) is not null).ToList();
        if (known.Count == 0)
            return Menu();
        foreach (var later in known.Skip(1))
        {
            var dialog = engine.Catalog.Find(later.Kind)!;
            progress = new Progress(dialog, speaker, at, engine.Places);
            paused = paused.Add(ConversationMachine.Move(Prefilled(dialog, later, silently: true), ConversationTrigger.Pause));
            before.Add(Say.Text("message.two", ("title", dialog.Title)));
        }

        var first = engine.Catalog.Find(known[0].Kind)!;
        progress = new Progress(first, speaker, at, engine.Places);
        var conversation = Prefilled(first, known[0], silently: false) with { Heard = Hear(ImmutableDictionary<long, string>.Empty, ""), ToldBy = teller };
        if (reading.Unread.Count > 0)
            before.Add(Say.Text("message.unread", ("words", string.Join(", ", reading.Unread.Select(w => "\u00ab\u00a0" + w + "\u00a0\u00bb")))));
        return Next(conversation);
    }

    private Turn Begin(Dialog dialog)
    {
        progress = new Progress(dialog, speaker, at, engine.Places);
        return Next(new Conversation { Kind = dialog.Id, DialogKey = dialog.Key, ToldBy = teller });
    }

    // Takes what the message states and the dialog allows; what contradicts itself is told and asked again, never repaired.
    private Conversation Prefilled(Dialog dialog, ReportReading report, bool silently)
    {
        var refused = report.Problems.SelectMany(p => SlotsOfProblem.GetValueOrDefault(p, [])).ToHashSet();
        var conversation = new Conversation { Kind = dialog.Id, DialogKey = dialog.Key, FromMessage = report.Slots.Keys.Any(s => s is not "body") };
        foreach (var question in dialog.Questions.Where(q => q.IsAsked && report.Slots.ContainsKey(q.Name) && !refused.Contains(q.Name)))
        {
            if (Fitting(question, report.Slots[question.Name], conversation) is { } value)
                conversation = conversation with { Answers = conversation.Answers.SetItem(question.Name, value) };
        }

        var nothingMissing = progress!.Advance(conversation).Next is null;
        if (!silently && conversation.Answers.Count > 0 && !nothingMissing)
            before.Add(Say.Text("message.understood", ("title", dialog.Title)) + "\n" + Recap.Text(dialog, conversation.Answers));
        before.AddRange(report.Problems.Where(p => !silently && Say.Has("reject." + p)).Select(p => Say.Text("reject." + p)));
        return conversation;
    }

    private AnswerValue? Fitting(Question question, AnswerValue read, Conversation conversation)
    {
        var value = read switch
        {
            TextAnswer text when question is not TextQuestion => (progress!.Read(question, new Message(text.Value), conversation) as Accepted)?.Value,
            PlaceAnswer { Value.Level: Places.PlaceLevel.Outside } when !progress!.Dialog.Outside => null,
            ChoicesAnswer { Names: [var name, ..] } when question is TextQuestion => new TextAnswer(name),
            _ => read,
        };
        return value is not null && progress!.Allows(question, value, conversation) ? value : null;
    }

    private Turn Resume()
    {
        var last = paused[^1];
        paused = paused.RemoveAt(paused.Count - 1);
        if (engine.DialogOf(last.DialogKey) is not { } dialog)
            throw new InvalidOperationException("the dialog of a paused conversation is lost: " + last.DialogKey);
        progress = new Progress(dialog, speaker, at, engine.Places);
        before.Add(Say.Text("talk.resumed", ("title", dialog.Title)));
        var resumed = ConversationMachine.Move(last, ConversationTrigger.Resume);
        return resumed is { State: ConversationState.Asking or ConversationState.Changing, Asking: null } ? Next(resumed) : ShowAgain(resumed);
    }

    private Turn Show(Conversation? active, Screens.Screen screen)
    {
        var turn = screen.Rows.Count > 0 ? state.Turn + 1 : state.Turn;
        return Ended(active, turn, Screens.Bind(screen, string.Join("\n\n", before), turn));
    }

    private Turn Ended(Conversation? active, int turn, params Reply[] replies) =>
        new(state with { Turn = turn, Active = active, Paused = paused }, replies, submitted) { PressedOldButton = old };

    private IEnumerable<string> WaitingNote()
    {
        if (paused.Count > 0)
            yield return Say.Count("menu.waiting", paused.Count, ("titles", string.Join(", ", paused.Select(c => engine.DialogOf(c.DialogKey)?.Title ?? c.Kind))));
    }
}
