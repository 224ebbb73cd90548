using Microsoft.Extensions.Time.Testing;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Outbox;
using PbfFieldBot.People;
using Xunit;

namespace PbfFieldBot.Tests.Outbox;

public sealed class OutboxSenderTests : IAsyncLifetime
{
    private FieldBotApp app = null!;

    [Fact]
    public async Task AlertsAndAnswersGoFirst()
    {
        await QueueAsync((1, SendPriority.Digest, "bulletin"), (2, SendPriority.Answer, "réponse"), (3, SendPriority.Alert, "alerte"));
        await app.SendAsync();
        Assert.Equal(["alerte", "réponse", "bulletin"], app.Channel.Sent.Select(m => m.Text));
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    [Fact]
    public async Task AChatKeepsItsOrder()
    {
        await QueueAsync([.. Enumerable.Range(0, 250).Select(n => ((long)(n % 3), SendPriority.Answer, $"{n:000}"))]);
        await app.SendAsync();
        var said = app.Channel.Sent.GroupBy(m => m.ChatId).Select(c => c.SelectMany(m => m.Text.Split("\n\n")).ToList()).ToList();
        Assert.All(said, texts => Assert.Equal(texts.Order(StringComparer.Ordinal), texts));
        Assert.Equal(250, said.Sum(t => t.Count));
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public async Task AChatThatMustWaitIsLeftAloneThatLongAndHoldsUpNobody()
    {
        app.Channel.Answer = m => m.ChatId == 1 ? new TryLater(TimeSpan.FromSeconds(30)) : new Delivered(1);
        await QueueAsync((1, SendPriority.Answer, "a"), (1, SendPriority.Answer, "b"), (2, SendPriority.Answer, "c"));
        await app.SendAsync();
        Assert.Equal(["a", "c"], app.Channel.Sent.Select(m => m.Text).Order(StringComparer.Ordinal));
        app.Clock.Advance(TimeSpan.FromSeconds(29));
        await app.SendAsync();
        Assert.Equal(2, app.Channel.Sent.Count);
        app.Channel.Answer = _ => new Delivered(1);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await app.SendAsync();
        Assert.Equal(["a", "b"], app.Channel.Sent.Skip(2).Select(m => m.Text));
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public async Task EachAttemptIsOneRequestAndIsCounted()
    {
        app.Channel.Answer = _ => new TryLater(null);
        await QueueAsync((1, SendPriority.Answer, "a"));
        for (var i = 0; i < 3; i++)
        {
            await app.SendAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, app.Channel.Sent.Count);
        Assert.Equal(3, Assert.Single(await app.RowsAsync<OutgoingMessage>()).Attempts);
    }

    [Fact]
    public async Task APersonWhoBlockedTheBotIsWrittenToNoMore()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        app.Channel.Answer = _ => new Unreachable();
        await QueueAsync((aminata.Chat, SendPriority.Reminder, "a"), (aminata.Chat, SendPriority.Reminder, "b"));
        await app.SendAsync();
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
        Assert.True((await app.RowsAsync<Person>())[0].Unreachable);
        app.Channel.Answer = _ => new Delivered(1);
        await aminata.SaysAsync("menu");
        Assert.False((await app.RowsAsync<Person>())[0].Unreachable);
    }

    [Fact]
    public async Task AMessageThatCanNeverBeSentIsGivenUp()
    {
        app.Channel.Answer = _ => new GivenUp("400");
        await QueueAsync((1, SendPriority.Answer, "a"));
        await app.SendAsync();
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    [Fact]
    public async Task AMessageWaitsForItsTime()
    {
        await QueueAsync((1, SendPriority.Reminder, "a"));
        await app.Database.WriteAsync(db => { db.Outbox.First().DueAt += TimeSpan.TicksPerHour; return Task.FromResult(0); }, CancellationToken.None);
        await app.SendAsync();
        Assert.Empty(app.Channel.Sent);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.SendAsync();
        Assert.Single(app.Channel.Sent);
    }

    [Fact]
    public async Task ACommitWakesTheSenderAndAStopLetsItFinish()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var arrived = new TaskCompletionSource();
        app.Channel.Answer = _ =>
        {
            arrived.TrySetResult();
            return new Delivered(1);
        };
        using var stop = new CancellationTokenSource();
        var running = app.RunSenderAsync(stop.Token);
        await app.TakeWithoutSendingAsync(aminata.Says("menu"));
        await arrived.Task;
        await stop.CancelAsync();
        await running;
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
        Assert.Single(aminata.News());
    }

    [Fact]
    public async Task ASenderThatThrowsTriesAgainLater()
    {
        app.Channel.Answer = _ => throw new InvalidOperationException("the network is gone");
        await QueueAsync((1, SendPriority.Answer, "a"));
        await app.SendAsync();
        app.Channel.Answer = _ => new Delivered(1);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.SendAsync();
        Assert.Empty(await app.RowsAsync<OutgoingMessage>());
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public void AtMostThirtyASecondLeaveAndOneASecondInAChatAfterAShortBurst()
    {
        var (limits, clock) = (SendLimits.OfTelegram(), new FakeTimeProvider());
        var sent = new List<(long Chat, long Ms)>();
        for (var ms = 0; ms < 10_000; ms++, clock.Advance(TimeSpan.FromMilliseconds(1)))
            for (var chat = 0; chat < 50; chat++)
                if (limits.Take(To(chat), clock.GetUtcNow()) == TimeSpan.Zero)
                    sent.Add((chat, ms));
        Assert.InRange(Enumerable.Range(0, 9000).Max(from => sent.Count(s => s.Ms >= from && s.Ms < from + 1000)), 25, 30);
        Assert.InRange(sent.GroupBy(s => s.Chat).Max(c => c.Count()), 5, 13);
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public void AnAnswerThatSomebodyWaitsForGoesAtOnceAndTheRestSharesWhatItLeaves()
    {
        var (limits, now) = (SendLimits.OfTelegram(), DateTimeOffset.UnixEpoch);
        Assert.All(Enumerable.Range(0, 100), n => Assert.Equal(TimeSpan.Zero, limits.Take(To(n % 5, awaited: now), now)));
        Assert.NotEqual(TimeSpan.Zero, limits.Take(To(9), now));
        Assert.NotEqual(TimeSpan.Zero, limits.Take(To(9), now.AddSeconds(1)));
        Assert.Equal(TimeSpan.Zero, limits.Take(To(9), now.AddSeconds(2)));
    }

    [Fact]
    [Trait("Ligne", "F05")]
    public void AfterTelegramAskedForPatienceAnswersKeepTheLimitsTooForTenMinutes()
    {
        var (limits, now) = (SendLimits.OfTelegram(), DateTimeOffset.UnixEpoch);
        limits.HoldBack(now);
        Assert.InRange(Enumerable.Range(0, 100).Count(n => limits.Take(To(n, awaited: now), now) == TimeSpan.Zero), 1, 30);
        now += TimeSpan.FromMinutes(10);
        Assert.All(Enumerable.Range(0, 100), n => Assert.Equal(TimeSpan.Zero, limits.Take(To(n, awaited: now), now)));
    }

    [Fact]
    [Trait("Ligne", "I6")]
    public async Task WhatIsHandedOverKeepsItsOrderBehindWhatWaits()
    {
        var aminata = await app.EnrolAsync(Role.Partner, "Aminata");
        var gate = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        app.Channel.Hold = gate.Task;
        var running = app.RunSenderAsync(stop.Token);
        foreach (var words in new[] { "menu", "atelier", "aide", "annuler" })
            await app.TakeWithoutSendingAsync(aminata.Says(words));
        gate.SetResult();
        while ((await app.RowsAsync<OutgoingMessage>()).Count > 0)
            await Task.Delay(10, CancellationToken.None);
        await stop.CancelAsync();
        await running;
        var numbers = app.Channel.Sent.Select(m => m.Id).ToList();
        Assert.Equal(numbers.Distinct().Order(), numbers);
    }

    public async ValueTask InitializeAsync() => app = await FieldBotApp.StartAsync(SmallDialogs.Meeting);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static OutgoingMessage To(long chat, DateTimeOffset? awaited = null) => new() { Channel = "memory", ChatId = chat, Text = "a", Priority = SendPriority.Answer, Awaited = awaited is not null, DueAt = (awaited ?? DateTimeOffset.UnixEpoch).UtcTicks };

    private Task QueueAsync(params (long Chat, SendPriority Priority, string Text)[] messages) => app.Database.WriteAsync(
        db =>
        {
            db.Outbox.AddRange(messages.Select(m => OutgoingMessage.To(app.Channel.Name, m.Chat, new Reply(m.Text), m.Priority, app.Clock.GetUtcNow())));
            return Task.FromResult(0);
        },
        CancellationToken.None);
}
