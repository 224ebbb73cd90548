using PbfFieldBot.Outbox;

namespace PbfFieldBot.Channels;

/// <summary>How the outbox sends to people of one channel.</summary>
public interface IChannel
{
    /// <summary>"telegram", "terminal", "replay".</summary>
    string Name { get; }

    /// <summary>Sends one message in exactly one request per call. Never throws for what the other side answers: that is the outcome.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken stop);

    /// <summary>Brings a file that a person sent, by the channel's own id. Never throws for what the other side answers: that is the outcome.</summary>
    Task<FetchOutcome> FetchAsync(string fileId, CancellationToken stop);
}

/// <summary>What became of one attempt to send.</summary>
public abstract record SendOutcome;

/// <summary>Delivered; the id of the message on the channel.</summary>
public sealed record Delivered(long MessageId) : SendOutcome;

/// <summary>Not now: try again after this time (429 with retry_after; null when the other side named none: network, 5xx).</summary>
public sealed record TryLater(TimeSpan? After) : SendOutcome;

/// <summary>The person cannot be reached (blocked the bot, 403): no more sends until they come back.</summary>
public sealed record Unreachable : SendOutcome;

/// <summary>The message to edit cannot be edited any more (deleted, too old): to be sent anew.</summary>
public sealed record EditRefused : SendOutcome;

/// <summary>This message can never be sent (400): given up, logged by id.</summary>
public sealed record GivenUp(string Why) : SendOutcome;

/// <summary>What became of one attempt to bring a file.</summary>
public abstract record FetchOutcome;

/// <summary>Here it is.</summary>
public sealed record Fetched(byte[] Content) : FetchOutcome;

/// <summary>Not now: try again after this time (null when the other side named none).</summary>
public sealed record FetchLater(TimeSpan? After) : FetchOutcome;

/// <summary>The file can never be had: gone, or larger than <see cref="IncomingFiles.LargestBytes"/>.</summary>
public sealed record FetchRefused : FetchOutcome;
