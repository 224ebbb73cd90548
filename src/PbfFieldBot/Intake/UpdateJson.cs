using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PbfFieldBot.Channels;
using PbfFieldBot.Engine.Conversations;
using PbfFieldBot.Engine.Dialogs.Questions;

namespace PbfFieldBot.Intake;

/// <summary>The stored form of an update that failed, so that it can be tried again.</summary>
internal static class UpdateJson
{
    /// <summary>Every kind of happening and of input that can be stored.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        typeof(Said), typeof(Pressed), typeof(Started), typeof(Edited), typeof(Reachable), typeof(Forwarded), typeof(PartOfPaste), typeof(Garbled), typeof(SentDocument),
        typeof(Message), typeof(Press), typeof(Photo), typeof(Point), typeof(Unreadable),
    ];

    private static readonly JsonSerializerOptions Options = new(ConversationJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } } };

    public static string Write(ChannelUpdate update) => JsonSerializer.Serialize(update, Options);

    public static ChannelUpdate Read(string json) => JsonSerializer.Deserialize<ChannelUpdate>(json, Options) ?? throw new InvalidOperationException("empty JSON of an update");

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(Happening) && type.Type != typeof(Input))
            return;
        type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in Kinds.Where(k => k.IsSubclassOf(type.Type)))
            type.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name));
    }
}
