using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.Engine.Texts;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>One screen of a dialog: the question (null for the recap), the part of a headcount, the text and the rows of buttons as a partner sees them.</summary>
public sealed record PreviewScreen(Question? Question, string? Part, string Text, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>All screens of a dialog in order, conditional ones too, as the conversation would show them; answers that a text speaks of stand as their titles.</summary>
public static class DialogPreview
{
    private static readonly PhraseFile Say = PhraseFile.Load(typeof(DialogPreview).Assembly, "apercu.fr.yaml");
    private static readonly Headcount SomePeople = new(15);

    /// <summary>The screens of one dialog of the catalogue.</summary>
    public static IReadOnlyList<PreviewScreen> Of(DialogCatalog catalog, Dialog dialog)
    {
        var shown = dialog with { Questions = [.. dialog.Questions.Select(q => Named(q, dialog))] };
        var screens = new Screens(catalog, "");
        var progress = new Progress(shown, new Speaker(Role.Partner, null, null, null), DateTimeOffset.UnixEpoch, new PlaceNames(catalog.Places));
        var conversation = new Conversation { Kind = dialog.Id, DialogKey = dialog.Key };
        var all = new List<PreviewScreen>();
        foreach (var question in shown.Questions.Where(q => q.IsAsked))
        {
            Add(null, conversation with { Asking = question.Name });
            if (question is HeadcountQuestion)
                foreach (var part in question.Source.Parts)
                    Add(part, conversation with { Asking = question.Name, Part = part, Answers = conversation.Answers.SetItem(question.Name, new HeadcountAnswer(SomePeople)) });
            conversation = conversation with { Trail = conversation.Trail.Add(question.Name) };

            void Add(string? part, Conversation at) => all.Add(Screen(dialog.Find(question.Name), part, screens.Ask(progress, at, new NextQuestion(question, part))));
        }

        return [.. all, Recap(shown, conversation)];
    }

    // The recap without answers: its lines come from the titles.
    private static PreviewScreen Recap(Dialog dialog, Conversation conversation)
    {
        var screen = Screens.RecapOf(dialog, conversation, mayTell: false);
        var lines = dialog.Questions.Where(q => q.IsAsked).Select(q => BotPhrases.File.Text("recap.line", ("title", q.Title), ("answer", Say.Text("any"))));
        var text = screen.Text.Split('\n', 2);
        return Screen(null, null, screen with { Text = text[0] + "\n" + string.Join('\n', lines) + (text.Length > 1 ? "\n" + text[1].TrimStart('\n').Insert(0, "\n") : "") });
    }

    private static PreviewScreen Screen(Question? question, string? part, Screens.Screen screen) =>
        new(question, part, screen.Text, [.. screen.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(b => b.Label)])]);

    // Names stand for answers; a conditional note says when it is shown.
    private static Question Named(Question question, Dialog dialog)
    {
        string Answer(string name) => Say.Text("answer", ("title", dialog.Find(name)?.Title ?? name));
        var source = question.Source;
        var label = FilledText.Replace(source.Label, Answer);
        if (question is NoteQuestion && source.Relevant is { } relevant)
            label = Say.Text("note_if", ("condition", relevant.Source), ("label", label));
        return question with { Source = source with { Label = label, Hint = source.Hint is { } hint ? FilledText.Replace(hint, Answer) : null, Relevant = question is NoteQuestion ? null : source.Relevant } };
    }
}
