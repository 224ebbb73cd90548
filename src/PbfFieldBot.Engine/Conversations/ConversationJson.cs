using System.Text.Json;
using System.Text.Json.Serialization;

namespace PbfFieldBot.Engine.Conversations;

/// <summary>The stored form of a person's state and of answers: compact JSON, read back exactly.</summary>
public static class ConversationJson
{
    /// <summary>The options of every JSON that is stored.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidOperationException("empty JSON of " + typeof(T).Name);
}
