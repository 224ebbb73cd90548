using PbfFieldBot.Engine.Indicators;
using PbfFieldBot.Texts;
using ScottPlot;

namespace PbfFieldBot.Digests;

/// <summary>The digest's picture: each indicator as a bar to its target, upright and in large letters for a small phone.</summary>
public static class DigestChart
{
    private const string Font = "DejaVu Sans Condensed";
    private const int Width = 720;
    private const int RowHeight = 68;
    private const int TitleHeight = 100;
    private const double BarThickness = 0.3;
    private static readonly Color Track = Color.FromHex("#E3E6EA");
    private static readonly Color UnderWay = Color.FromHex("#1F6FB2");
    private static readonly Color Reached = Color.FromHex("#2E8B57");
    private static readonly Color Ink = Color.FromHex("#202428");
    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>The picture as PNG.</summary>
    public static byte[] Png(Digest digest)
    {
        _ = Registered.Value;
        var rows = digest.Indicators.Count;
        using var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.HideAxesAndGrid();
        var top = rows + ((double)TitleHeight / RowHeight);
        plot.Axes.SetLimits(-0.03, 1.03, 0, top);
        plot.Layout.Frameless();
        Write(plot, AppPhrases.Text("digest.chart_title"), 0, rows + 0.98, Alignment.MiddleLeft, 34, bold: true);
        Write(plot, AppPhrases.Text("digest.chart_until", ("day", DigestText.Day(digest.Week.Sunday, " MMMM yyyy"))), 0, rows + 0.45, Alignment.MiddleLeft, 24);
        foreach (var (i, progress) in digest.Indicators.Index())
            Row(plot, progress, rows - i - 1);
        return plot.GetImageBytes(Width, TitleHeight + (rows * RowHeight), ImageFormat.Png);
    }

    private static void Row(Plot plot, Progress progress, double floor)
    {
        var share = progress.Indicator.Target == 0 ? 0 : (double)Math.Clamp(progress.Value.Value / progress.Indicator.Target, 0, 1);
        Bar(plot, 1, floor, Track);
        if (share > 0)
            Bar(plot, share, floor, progress.IsReached ? Reached : UnderWay);
        Write(plot, progress.Name, 0, floor + 0.66, Alignment.MiddleLeft, 25);
        var value = AppPhrases.Text("digest.chart_value", ("value", DigestText.Value(progress.Indicator, progress.Value.Value)), ("target", DigestText.Value(progress.Indicator, progress.Indicator.Target)));
        Write(plot, value, 1, floor + 0.66, Alignment.MiddleRight, 25, bold: true);
    }

    private static void Bar(Plot plot, double length, double floor, Color color) =>
        plot.Add.Rectangle(0, length, floor + 0.08, floor + 0.08 + BarThickness).With(color);

    private static void With(this ScottPlot.Plottables.Rectangle bar, Color color) =>
        (bar.FillColor, bar.LineWidth) = (color, 0);

    private static void Write(Plot plot, string words, double x, double y, Alignment alignment, float size, bool bold = false)
    {
        var text = plot.Add.Text(words, x, y);
        (text.LabelFontName, text.LabelFontSize, text.LabelBold, text.LabelFontColor, text.LabelAlignment) = (Font, size, bold, Ink, alignment);
    }

    // A server has no fonts of its own: without these the letters are empty boxes.
    private static bool Register()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        Fonts.AddFontFile(Font, Path.Combine(folder, "DejaVuSansCondensed.ttf"), bold: false, italic: false);
        Fonts.AddFontFile(Font, Path.Combine(folder, "DejaVuSansCondensed-Bold.ttf"), bold: true, italic: false);
        return true;
    }
}
