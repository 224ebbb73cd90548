using PbfFieldBot.Channels.Replay;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.French;
using PbfFieldBot.Engine.Transcripts;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Channels.Terminal;

/// <summary>
/// Two phones in a terminal, a partner's and a coordinator's; one of them is in hand. A line is a message, or a press when it says what stands on a button;
/// ":coordination" and ":partenaire" change the phone, ":photo" and ":position" send what a keyboard cannot.
/// </summary>
internal sealed class TerminalTalk : IDisposable
{
    private const string Partner = "partner";
    private const string Coordinator = "coordinator";
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private readonly ReplayStage stage;
    private readonly Dictionary<string, TranscriptPerson> people;
    private readonly HashSet<string> enrolled = [];
    private readonly Dictionary<string, IReadOnlySet<string>> newest = [];
    private string inHand = Partner;

    public TerminalTalk(FieldDatabase database, DialogCatalog catalog, TimeZoneInfo zone, Visitor visitor)
    {
        stage = new ReplayStage(database, catalog, zone, new ReplayChannel("terminal"), TimeProvider.System);
        people = new()
        {
            [Partner] = new(AppPhrases.Text("chat.partner"), Partner, visitor.Kind, AppPhrases.Text("chat.organisation"), visitor.Area, false, 0),
            [Coordinator] = new(AppPhrases.Text("chat.coordinator"), Coordinator, null, null, null, false, 0),
        };
    }

    /// <summary>Talks until the input ends.</summary>
    /// <param name="role">Whose phone is in hand first.</param>
    /// <param name="withBoth">True: the other phone is there from the start, so that a report finds its coordinator.</param>
    public async Task RunAsync(string role, bool withBoth, CancellationToken stop)
    {
        if (withBoth)
            foreach (var other in people.Keys.Where(r => r != role))
                await TakeInHandAsync(other);
        stage.TakeShown();
        await TakeInHandAsync(role);
        Show();
        while (await NextLineAsync(stop) is { } line)
        {
            if (Console.IsInputRedirected)
                Console.WriteLine("> " + line);
            await TakeAsync(line.Trim());
            Show();
        }
    }

    /// <summary>Where the files that the bot sends are saved; null: nowhere.</summary>
    public string? Save
    {
        set => stage.Save = value;
    }

    public void Dispose() => stage.Dispose();

    private async Task TakeAsync(string line)
    {
        var from = people[inHand].Id;
        var (word, rest) = line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : (line, "");
        if (line.Length == 0)
            return;
        if (AppPhrases.Text("chat.word.partner") == word)
            await TakeInHandAsync(Partner);
        else if (AppPhrases.Text("chat.word.coordinator") == word)
            await TakeInHandAsync(Coordinator);
        else if (AppPhrases.Text("chat.word.photo") == word)
            await stage.DoAsync(from, TranscriptAct.Photo, rest.Length == 0 ? "photo.jpg" : rest);
        else if (AppPhrases.Text("chat.word.document") == word)
            await stage.DoAsync(from, TranscriptAct.Document, rest);
        else if (AppPhrases.Text("chat.word.position") == word)
            await SendPositionAsync(from, rest);
        else if (word.StartsWith(':'))
            Console.WriteLine(AppPhrases.Text("chat.how"));
        else if (word.StartsWith('/'))
            await stage.DoAsync(from, TranscriptAct.Command, line);
        else if (!(IsOnScreen(from, line) && await stage.TapAsync(from, line)))
            await stage.DoAsync(from, TranscriptAct.Says, line);
    }

    // Buttons of a talk are those of the newest message; a report to review keeps its own.
    private bool IsOnScreen(string from, string label) =>
        newest.TryGetValue(from, out var labels) && labels.Contains(Folding.Fold(label)) || stage.HasReviewButton(from, label);

    private async Task SendPositionAsync(string from, string text)
    {
        if (ReplayStage.PointOf(text) is null)
            Console.WriteLine(AppPhrases.Text("chat.bad_position"));
        else
            await stage.DoAsync(from, TranscriptAct.Location, text);
    }

    private async Task TakeInHandAsync(string role)
    {
        if (enrolled.Add(role))
            await stage.EnrolAsync(people[role]);
        inHand = role;
    }

    // While somebody thinks, what others sent may arrive.
    private async Task<string?> NextLineAsync(CancellationToken stop)
    {
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(stop);
        Console.Write("> ");
        var line = Task.Run(Console.In.ReadLine, stop);
        while (await Task.WhenAny(line, Task.Delay(Glance, stop)) != line)
        {
            stop.ThrowIfCancellationRequested();
            await stage.ReceiveAsync();
            Show();
        }

        return await line;
    }

    private void Show()
    {
        foreach (var shown in stage.TakeShown())
        {
            newest[shown.To] = shown.Buttons.Select(Folding.Fold).ToHashSet();
            var whose = shown.To == people[inHand].Id ? "" : AppPhrases.Text("chat.other_phone", ("who", shown.To)) + " ";
            Console.WriteLine();
            Console.WriteLine(whose + shown.Text);
            if (shown.Buttons.Count > 0)
                Console.WriteLine(string.Join(' ', shown.Buttons.Select(b => "[" + b + "]")));
        }
    }
}
