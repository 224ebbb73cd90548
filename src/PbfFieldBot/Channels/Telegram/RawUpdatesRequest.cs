using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace PbfFieldBot.Channels.Telegram;

/// <summary>getUpdates whose answer is taken word for word.</summary>
internal sealed class RawUpdatesRequest() : RequestBase<JsonElement[]>("getUpdates")
{
    public int Offset { get; init; }

    public int Limit { get; init; }

    public required IEnumerable<UpdateType> AllowedUpdates { get; init; }
}
