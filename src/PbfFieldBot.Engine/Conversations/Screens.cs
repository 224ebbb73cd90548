using System.Globalization;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>What the person sees: the text and buttons of each situation. Codes of buttons are read back by <see cref="Talk"/>.</summary>
internal sealed class Screens(DialogCatalog catalog, string contact)
{
    private const int LongestShortLabel = 14;
    private static readonly string[] Days = ["today", "yesterday", "before_yesterday"];
    private static PhraseFile Say => BotPhrases.File;

    /// <summary>A text and the codes of its buttons, not yet bound to a turn.</summary>
    internal sealed record Screen(string Text, IReadOnlyList<IReadOnlyList<(string Label, string Code)>> Rows);

    public string Contact => contact;

    public Screen Ask(Progress progress, Conversation conversation, NextQuestion next)
    {
        var text = next.Part is null ? Labelled(progress, conversation, next.Question) : PartLabel(conversation, next);
        var rows = conversation.Offered.Count > 0 ? OfferedRows(conversation) : ChoiceRows(next.Question, conversation);
        List<(string, string)> moves = [];
        if (Chosen(next.Question, conversation).Count > 0)
            moves.Add(Move(Command.Done, "done"));
        else if (next.Part is not null || !next.Question.Source.Required)
            moves.Add(Move(Command.Pass, "pass"));
        if (conversation.Trail.Count > 0 || conversation.State is ConversationState.Changing)
            moves.Add(Move(Command.Back, "back"));
        moves.Add(Move(Command.Later, "later"));
        if (conversation.State is not ConversationState.AskedAgain)
            moves.Add(Move(Command.Cancel, "cancel"));
        return new Screen(text, [.. rows, .. InPairs(moves)]);
    }

    /// <summary>After several wrong answers: days or places to press. For people there are none: a number that nobody stated is never proposed.</summary>
    public IEnumerable<Option> HelpfulOptions(Question question, Speaker speaker, DateOnly today) => question switch
    {
        DateQuestion => [.. Days.Select((day, back) => new Option(Say.Text("help." + day), new DateAnswer(today.AddDays(-back))))],
        PlaceQuestion => catalog.Places.Places.Where(p => speaker.Area is { Region: { } region } ? p.Level == PlaceLevel.Cercle && p.Region == region : p.Level == PlaceLevel.Region)
            .Select(p => new Option(p.Name, new PlaceAnswer(p))),
        _ => [],
    };

    /// <summary>What somebody is told who cannot answer a question.</summary>
    public IEnumerable<string> WayOut(bool mayPass)
    {
        yield return Say.Text(mayPass ? "help.or_pass" : "help.or_help");
        if (contact.Length > 0)
            yield return Say.Text("help.contact", ("contact", contact));
    }

    /// <param name="mayTell">True: the person may say that somebody else told it.</param>
    public static Screen RecapOf(Dialog dialog, Conversation conversation, bool mayTell) => new(
        string.Join('\n', RecapLines(dialog, conversation)) + "\n\n" + Say.Text(conversation.Corrects is null ? "recap.send" : "recap.send_correction"),
        [
            [Move(Command.Yes, "yes"), Move(Command.Change, "change")],
            [Move(Command.Later, "later"), Move(Command.Cancel, "cancel")],
            .. mayTell ? [[(Say.Text("buttons.told"), Talk.Tell)]] : Array.Empty<IReadOnlyList<(string, string)>>(),
        ]);

    private static IEnumerable<string> RecapLines(Dialog dialog, Conversation conversation)
    {
        if (conversation.Corrects is { } correction)
            return [Say.Text("recap.correction", ("receipt", correction.Receipt), ("title", dialog.Title)), Recap.Changes(dialog, correction.Before, conversation.Answers)];
        var told = conversation.ToldBy is { } who ? [Say.Text("recap.line", ("title", Say.Text("recap.told_by")), ("answer", who))] : Array.Empty<string>();
        return [Say.Text("recap.title", ("title", dialog.Title)), .. told, Recap.Text(dialog, conversation.Answers)];
    }

    public static Screen ChooseChange(IReadOnlyList<Question> questions, Conversation conversation)
    {
        var lines = questions.Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") + q.Title + " : "
            + (conversation.Answers.TryGetValue(q.Name, out var value) ? q.Show(value) : Say.Text("recap.empty")));
        var buttons = questions.Select((q, i) => (q.Title, "f" + i.ToString(CultureInfo.InvariantCulture))).ToList();
        var title = conversation.Corrects is { } correction ? Say.Text("recap.choose_sent", ("receipt", correction.Receipt)) : Say.Text("recap.choose");
        var text = title + "\n" + string.Join('\n', lines) + "\n" + Say.Text("recap.choose_hint", ("example", questions[0].Title));
        return new Screen(text, [.. InPairs(buttons), [Move(Command.Back, "back"), Move(Command.Cancel, "cancel")]]);
    }

    // A recommendation is known by its words, everything else by its place and day.
    public static Screen SameEvent(Dialog dialog, Conversation conversation)
    {
        var named = dialog.Questions.Any(q => q.Source.Register == "recommandation");
        return new Screen(
            Say.Text(named ? "same_event.ask_named" : "same_event.ask", ("title", dialog.Title), ("shown", conversation.Similar!.Shown)),
            [
                [(Say.Text(named ? "buttons.same_named" : "buttons.same"), Talk.Same), (Say.Text(named ? "buttons.other_named" : "buttons.other_event"), Talk.Other)],
                [Move(Command.Pass, "unsure"), Move(Command.Back, "back")],
            ]);
    }

    public Screen OfferOther(Dialog current, Dialog other) => new(
        Say.Text("other.offer", ("current", current.Title), ("other", other.Title)),
        [[Move(Command.Yes, "yes"), Move(Command.No, "no")]]);

    public Screen Menu(Speaker speaker, bool all)
    {
        var dialogs = Offered(speaker, all);
        if (dialogs.Count == 0)
            return new Screen(Say.Text("menu.no_dialog", ("contact", contact)), []);
        var text = Say.Text(all ? "menu.others" : speaker.Role == Role.Partner ? "menu.partner" : "menu.coordinator");
        var buttons = dialogs.Select(d => (d.Title, "d." + d.Id)).ToList();
        var rows = InPairs(buttons);
        return new Screen(text, all || dialogs.Count == Allowed(speaker).Count ? rows : [.. rows, [(Say.Text("buttons.others"), "all")]]);
    }

    /// <summary>The dialogs that a person may use, those of the person's kind first.</summary>
    public IReadOnlyList<Dialog> Allowed(Speaker speaker) =>
        [.. catalog.Dialogs.Where(d => d.For == DialogAudience.Partners || speaker.Role != Role.Partner).OrderByDescending(d => IsOfferedFirst(d, speaker))];

    /// <summary>The dialogs on the first menu, or all.</summary>
    public IReadOnlyList<Dialog> Offered(Speaker speaker, bool all)
    {
        var first = Allowed(speaker).Where(d => all || IsOfferedFirst(d, speaker)).ToList();
        return first.Count > 0 ? first : Allowed(speaker);
    }

    public string Help(Speaker speaker, Question? question)
    {
        List<string> lines = question is null
            ? [Say.Text(speaker.Role == Role.Partner ? "help.idle_partner" : "help.idle_coordinator"), Say.Text(speaker.Role == Role.Partner ? "help.commands_partner" : "help.commands_staff")]
            : [Say.Text("help.moves")];
        if (contact.Length > 0)
            lines.Add(Say.Text("help.contact", ("contact", contact)));
        return string.Join('\n', lines);
    }

    public static Reply Bind(Screen screen, string before, int turn) => new(
        before.Length == 0 ? screen.Text : before + "\n\n" + screen.Text,
        [.. screen.Rows.Select(row => (IReadOnlyList<Button>)[.. row.Select(b => new Button(b.Label, ButtonData.Write(turn, b.Code)))])]);

    private static bool IsOfferedFirst(Dialog dialog, Speaker speaker) => speaker.Role == Role.Partner
        ? speaker.OrganisationKind is { } kind && dialog.OfferedTo.Contains(kind)
        : dialog.For == DialogAudience.Coordinators;

    private static string Labelled(Progress progress, Conversation conversation, Question question)
    {
        var label = Fill(question.Source.Label, progress, conversation);
        if (Chosen(question, conversation) is { Count: > 0 } && conversation.Answers.TryGetValue(question.Name, out var chosen))
            label = Say.Text("question.more", ("chosen", question.Show(chosen)));
        else if (!question.Source.Required)
            label += " " + Say.Text("question.optional");
        if (question.Source.Hint is { } hint && conversation.Offered.Count == 0)
            label += "\n" + Fill(hint, progress, conversation);
        return string.Join('\n', [.. NotesBefore(progress, conversation, question), label]);
    }

    private static IEnumerable<string> NotesBefore(Progress progress, Conversation conversation, Question question) => progress.Dialog.Questions
        .TakeWhile(q => q.Name != question.Name).Reverse()
        .TakeWhile(q => !q.IsAsked || !progress.IsRelevant(q, conversation)).Reverse()
        .Where(q => q is NoteQuestion && progress.IsRelevant(q, conversation))
        .Select(q => Fill(q.Source.Label, progress, conversation));

    private static string PartLabel(Conversation conversation, NextQuestion next)
    {
        var total = conversation.Answers[next.Question.Name] is HeadcountAnswer { Value.Total: { } number } ? number : 0;
        return Say.Text("question." + next.Part, ("total", total)) + "\n" + Say.Text("question.part_hint");
    }

    private static string Fill(string text, Progress progress, Conversation conversation) =>
        FilledText.Of(text, progress.Dialog, conversation.Answers, () => progress.Scope(conversation).Variables);

    private static IReadOnlyList<string> Chosen(Question question, Conversation conversation) =>
        question is SelectMultipleQuestion && conversation.Asking == question.Name && conversation.Answers.GetValueOrDefault(question.Name) is ChoicesAnswer chosen ? chosen.Names : [];

    private static IReadOnlyList<IReadOnlyList<(string Label, string Code)>> ChoiceRows(Question question, Conversation conversation)
    {
        if (conversation.Part is not null)
            return [];
        var chosen = Chosen(question, conversation);
        return InPairs([.. question.Buttons.Select((c, i) => (Choice: c, Code: "c" + i.ToString(CultureInfo.InvariantCulture)))
            .Where(b => !chosen.Contains(b.Choice.Name)).Take(Limits.ChoiceButtons).Select(b => (b.Choice.Label, b.Code))]);
    }

    private static IReadOnlyList<IReadOnlyList<(string Label, string Code)>> OfferedRows(Conversation conversation) =>
        InPairs([.. conversation.Offered.Select((o, i) => (o.Label, "o" + i.ToString(CultureInfo.InvariantCulture)))]);

    private static (string Label, string Code) Move(Command command, string phrase) => (Say.Text("buttons." + phrase), command.ToString());

    // Short labels stand two in a row: less to scroll on a small screen.
    private static IReadOnlyList<IReadOnlyList<(string Label, string Code)>> InPairs(IReadOnlyList<(string Label, string Code)> buttons)
    {
        var rows = new List<List<(string, string)>>();
        foreach (var button in buttons)
        {
            if (rows.Count > 0 && rows[^1].Count == 1 && button.Label.Length <= LongestShortLabel && rows[^1][0].Item1.Length <= LongestShortLabel)
                rows[^1].Add(button);
            else
                rows.Add([button]);
        }

        return rows;
    }
}
