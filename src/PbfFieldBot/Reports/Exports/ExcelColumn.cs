namespace PbfFieldBot.Reports.Exports;

/// <summary>One column of a sheet: its title, and its width in characters.</summary>
internal sealed record ExcelColumn(string Title, int Width)
{
    private const int Narrowest = 10;

    /// <summary>A column for dates, numbers or short words, no narrower than its title.</summary>
    public static ExcelColumn Narrow(string title) => new(title, Math.Max(Narrowest, Math.Min(title.Length + 3, 18)));

    /// <summary>A column for names.</summary>
    public static ExcelColumn Medium(string title) => new(title, 24);

    /// <summary>A column for sentences.</summary>
    public static ExcelColumn Wide(string title) => new(title, 48);
}
