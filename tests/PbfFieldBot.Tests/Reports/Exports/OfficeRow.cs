using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace PbfFieldBot.Tests.Reports.Exports;

/// <summary>One row of an Excel file as LibreOffice reads it; by the Open XML SDK where LibreOffice is not installed.</summary>
internal static class OfficeRow
{
    private const string EverySheetAsCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(byte[] file, string sheet, int row)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder["livre.xlsx"], file);
        if (!await ConvertAsync(folder))
        {
            using var book = new SpreadsheetText(file);
            return book.Row(sheet, row);
        }

        using var csv = new CsvReader(new StreamReader(folder[$"livre-{sheet}.csv"]), CultureInfo.InvariantCulture);
        var cells = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ElementAt(row - 2);
        return cells.ToDictionary(c => c.Key, c => (string)c.Value);
    }

    private static async Task<bool> ConvertAsync(TemporaryFolder folder)
    {
        try
        {
            string[] arguments = ["-env:UserInstallation=file://" + folder["profil"], "--headless", "--convert-to", EverySheetAsCsv, "--outdir", folder.Path, folder["livre.xlsx"]];
            using var office = Process.Start(new ProcessStartInfo("soffice", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            await Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync(), office.WaitForExitAsync());
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
