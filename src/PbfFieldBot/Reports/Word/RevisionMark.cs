using System.Globalization;
using System.Xml.Linq;

namespace PbfFieldBot.Reports.Word;

/// <summary>Who changes a document and when: the marks that Word shows beside tracked changes and comments.</summary>
internal sealed class RevisionMark
{
    public const string Author = "PbfFieldBot";
    private readonly string date;
    private int lastId;

    public RevisionMark(XDocument document, DateTimeOffset now)
    {
        date = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        lastId = document.Descendants().Select(e => int.TryParse(e.Val("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>The attributes of one mark, in the namespace of the document; each mark has its own number.</summary>
    public object[] Attributes(XElement near) => [near.NewVal("id", (++lastId).ToString(CultureInfo.InvariantCulture)), .. Signature(near)];

    /// <summary>Author and date only.</summary>
    public object[] Signature(XElement near) => [near.NewVal("author", Author), near.NewVal("date", date)];
}
