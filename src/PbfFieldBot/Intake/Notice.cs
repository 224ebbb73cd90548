using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.People;
using PbfFieldBot.Texts;

namespace PbfFieldBot.Intake;

/// <summary>Who sees what, how long, that Telegram is not encrypted from end to end, how to withdraw: shown before any question, and again when its version rises. It asks for nothing.</summary>
internal sealed class Notice
{
    public static int Version { get; } = int.Parse(AppPhrases.Text("notice.version"), CultureInfo.InvariantCulture);

    public string Text => AppPhrases.Text("notice.text");

    /// <summary>Shows it to somebody who has not seen this version.</summary>
    public async Task ShowAsync(IntakeBatch batch, Person person, CancellationToken stop)
    {
        if (person.NoticeVersion == Version)
            return;
        batch.Say(person, new Reply(AppPhrases.Text("notice.changed") + "\n" + Text));
        await NoteAsync(batch, person, stop);
    }

    /// <summary>The person was shown it.</summary>
    public async Task NoteAsync(IntakeBatch batch, Person person, CancellationToken stop)
    {
        person.NoticeVersion = Version;
        await batch.Db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.NoticeVersion, Version), stop);
    }
}
