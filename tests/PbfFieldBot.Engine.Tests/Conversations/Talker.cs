using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;
using PbfFieldBot.Engine.Places;
using PbfFieldBot.Engine.Submissions;
using PbfFieldBot.TestKit;

namespace PbfFieldBot.Engine.Tests.Conversations;

/// <summary>One partner of Mopti who talks with the shipped dialogs on 12 November 2020.</summary>
internal sealed class Talker
{
    private static readonly DateTimeOffset Now = new(2020, 11, 12, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConversationEngine Engine = new(ShippedDialogs.Catalog, _ => null, "Awa, 20 00 00 00");
    private static readonly Place Mopti = ShippedDialogs.Catalog.Places.Places.Single(p => p is { Level: PlaceLevel.Region, Name: "Mopti" });
    private readonly Speaker speaker = new(Role.Partner, "osc", "Association Benkadi", Mopti);
    private PersonState state = PersonState.New;

    /// <summary>All that the bot said so far.</summary>
    public List<Reply> Heard { get; } = [];

    public ConfirmedReport? Sent { get; private set; }

    /// <summary>The labels of the buttons under the bot's last message.</summary>
    public IEnumerable<string> Buttons => Heard[^1].Rows.SelectMany(r => r).Select(b => b.Label);

    public Headcount People => ((HeadcountAnswer)state.Active!.Answers["participants"]).Value;

    public AnswerValue? Answer(string question) => state.Active!.Answers.GetValueOrDefault(question);

    /// <summary>Says something and gives the bot's last message.</summary>
    public string Say(string text)
    {
        var turn = Engine.Take(state, new Message(text), speaker, Now);
        state = turn.State;
        Sent = turn.Submitted ?? Sent;
        Heard.AddRange(turn.Replies);
        return Heard.Count == 0 ? "" : Heard[^1].Text;
    }
}
