using System.Globalization;

namespace PbfFieldBot.Channels.Replay;

/// <summary>Where a file that the bot sent is saved: inside the folder, under its own name, never over another.</summary>
internal static class SavedFile
{
    public static string Place(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var plain = Path.GetFileName(name);
        for (var n = 1; ; n++)
        {
            var numbered = n == 1 ? plain : Path.GetFileNameWithoutExtension(plain) + string.Create(CultureInfo.InvariantCulture, $"-{n}") + Path.GetExtension(plain);
            if (Path.Combine(folder, numbered) is var place && !File.Exists(place))
                return place;
        }
    }
}
