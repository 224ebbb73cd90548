using System.Text.RegularExpressions;
using PbfFieldBot.Engine.Dialogs;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>A coordinator reports what somebody told by telephone or on paper: "de la part de Aminata : ...", or a button on the recap.</summary>
internal sealed partial class Talk
{
    internal const string Tell = "told";

    private string? teller;

    private bool MayTell => speaker.Role is not Role.Partner && progress?.Dialog.For is DialogAudience.Partners;

    private string WithoutTeller(string text)
    {
        if (speaker.Role is Role.Partner || TellerFirst().Match(text) is not { Success: true } said)
            return text;
        teller = said.Groups["who"].Value.Trim();
        return said.Groups["rest"].Value;
    }

    private Turn? TellerIn(Conversation conversation, Input input)
    {
        if (input is Press { Code: Tell })
        {
            var screen = RecapScreen(conversation);
            return Show(conversation with { AsksTeller = true }, screen with { Text = Say.Text("recap.ask_teller") });
        }

        if (input is not Message { Text: var text } || text.Trim().Length > Limits.PlaceNameCharacters)
            return null;
        var who = TellerAlone().Match(text) is { Success: true } said ? said.Groups["who"].Value : conversation.AsksTeller ? text : null;
        return who is null ? null : ShowAgain(conversation with { ToldBy = who.Trim(), AsksTeller = false });
    }

    [GeneratedRegex("^\\s*(de la part d[e']|au nom d[e']|selon|d'apr[e\u00e8]s)\\s*(?<who>[^:,\\n]{2,60}?)\\s*[:,]\\s*(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TellerFirst();

    [GeneratedRegex("^\\s*(de la part d[e']|au nom d[e']|selon|d'apr[e\u00e8]s)\\s*(?<who>[^:,\\n]{2,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TellerAlone();
}
