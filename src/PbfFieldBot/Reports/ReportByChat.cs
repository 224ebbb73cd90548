using PbfFieldBot.Data;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Intake;
using PbfFieldBot.Outbox;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Reports;

/// <summary>A coordinator sends a Word report to the bot and gets it back filled, with what was left out.</summary>
internal sealed class ReportByChat(FieldDatabase database, DialogCatalog catalog, TimeProvider clock)
{
    private const int MostCharacters = 3_500;

    // Near relatives of .docx are taken too: each is refused by what it is, with what to do.
    private static readonly string[] Extensions = [".docx", ".docm", ".dotx", ".doc", ".odt", ".pdf", ".rtf"];

    /// <summary>What this takes, by extension.</summary>
    public IReadOnlyList<DocumentKind> Kinds => [.. Extensions.Select(e => new DocumentKind(e, FillAsync))];

    private async Task<IReadOnlyList<DocumentAnswer>> FillAsync(ReceivedDocument document, CancellationToken stop)
    {
        var rows = await new ProgressReport(database, catalog).RowsAsync((DateOnly?)null, withSources: false, stop);
        var (file, result) = WordTableFiller.Fill(document.Content, rows, new FillOptions(clock.GetUtcNow()));
        var name = AppPhrases.Text("report.chat.name", ("name", Path.GetFileNameWithoutExtension(document.Name)));
        var text = AppPhrases.File.Count("report.chat.filled", result.Filled.Count);
        List<string> leftOut = [.. FillText.LeftOut(result)];
        var whole = text + "\n" + (leftOut.Count == 0 ? AppPhrases.Text("report.chat.complete") : AppPhrases.Text("report.chat.left_out") + "\n" + string.Join('\n', leftOut));
        var filled = OutgoingFile.Document(name, file);
        return whole.Length <= OutgoingMessage.LongestCaption
            ? [new DocumentAnswer(whole, filled)]
            : [new DocumentAnswer(text, filled), .. Pieces(AppPhrases.Text("report.chat.left_out"), leftOut)];
    }

    // What does not fit beside the file follows in messages of its own.
    private static IEnumerable<DocumentAnswer> Pieces(string title, List<string> sentences)
    {
        var piece = title;
        foreach (var sentence in sentences)
        {
            if (piece.Length + sentence.Length > MostCharacters)
            {
                yield return new DocumentAnswer(piece);
                piece = title;
            }

            piece += "\n" + sentence;
        }

        yield return new DocumentAnswer(piece);
    }
}
