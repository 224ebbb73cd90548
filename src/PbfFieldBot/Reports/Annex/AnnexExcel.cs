using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Reports.Exports;
using static PbfFieldBot.Reports.Annex.AnnexText;

namespace PbfFieldBot.Reports.Annex;

/// <summary>The annex as an Excel sheet: for each indicator its opening value, then each source; the last column sums up.</summary>
internal static class AnnexExcel
{
    public static void Write(ReportAnnex annex, DialogCatalog catalog, Stream to)
    {
        var text = new AnnexText(catalog);
        using var book = new ExcelWorkbook(to);
        book.Sheet(
            Say("sheet"),
            ExcelColumn.Narrow(Say("code")), ExcelColumn.Wide(Say("indicator")), ExcelColumn.Narrow(Say("receipt")), ExcelColumn.Narrow(Say("date")), ExcelColumn.Medium(Say("kind")), ExcelColumn.Medium(Say("place")),
            ExcelColumn.Medium(Say("organisation")), ExcelColumn.Narrow(Say("adds")), ExcelColumn.Narrow(Say("women")), ExcelColumn.Narrow(Say("men")), ExcelColumn.Narrow(Say("youth")),
            ExcelColumn.Narrow(Say("revision")), ExcelColumn.Narrow(Say("photo")), ExcelColumn.Wide(Say("remark")));
        foreach (var entry in annex.Entries)
        {
            var opening = entry.Indicator.Opening;
            book.Row(entry.Indicator.Code, entry.Indicator.Label, null, opening.Date, Say("opening_value"), null, null, entry.Value.Opening, opening.Women, opening.Men, opening.Youth, null, null, opening.Source);
            foreach (var line in entry.Lines)
                Row(book, entry, line, text);
        }

        WriteValues(annex, book);
        book.Save();
    }

    private static void Row(ExcelWorkbook book, AnnexEntry entry, AnnexLine line, AnnexText text)
    {
        var (source, people) = (line.Source, entry.Indicator.BySexAndAge ? line.Source.Amount : null);
        book.Row(
            entry.Indicator.Code, entry.Indicator.Label, source.Receipt ?? Say("no_receipt"), source.Day, text.Kind(line), source.Place, source.Organisation, line.Adds, people?.Women, people?.Men,
            people?.Youth, source.Revision > 0 ? source.Revision : null, source.Photos.Count > 0 ? source.Photos.Count : null, Remark(line, entry));
    }

    private static void WriteValues(ReportAnnex annex, ExcelWorkbook book)
    {
        book.Sheet(
            Say("values"),
            ExcelColumn.Narrow(Say("code")), ExcelColumn.Wide(Say("indicator")), ExcelColumn.Narrow(Say("opening_value")), ExcelColumn.Narrow(Say("added")), ExcelColumn.Narrow(Say("cell")),
            ExcelColumn.Medium(Say("display")), ExcelColumn.Wide(Say("how")));
        foreach (var entry in annex.Entries)
            book.Row(
                entry.Indicator.Code, entry.Indicator.Label, entry.Value.Opening, entry.AddsUp ? entry.Sum - entry.Value.Opening : null, entry.Value.Value, entry.Value.Display, Rule(entry));
    }
}
