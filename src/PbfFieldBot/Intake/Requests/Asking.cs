using PbfFieldBot.Channels;
using PbfFieldBot.Data;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;

namespace PbfFieldBot.Intake.Requests;

/// <summary>Who asks for something, where and when: what every request needs.</summary>
/// <param name="Local">When it was sent, in the project's zone.</param>
internal sealed record Asking(IntakeBatch Batch, Known Known, ChannelUpdate Update, DateTimeOffset Local, CancellationToken Stop)
{
    public Person Person => Known.Person;

    public FieldDb Db => Batch.Db;

    public void Say(string text, params IReadOnlyList<IReadOnlyList<Button>> rows) => Batch.Say(Person, new Reply(text, rows));
}
