using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PbfFieldBot.Commands;

/// <summary>Writes one JSON object a line, value by value: reading a message costs less than a general serializer would.</summary>
internal sealed class JsonLines(Stream output) : IDisposable
{
    private readonly BufferedStream buffer = new(output, 1 << 16);
    private readonly Utf8JsonWriter json = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public void Write(IReadOnlyDictionary<string, object?> line)
    {
        json.Reset(buffer);
        WriteObject(line);
        json.Flush();
        buffer.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        json.Dispose();
        buffer.Dispose();
    }

    private void WriteObject(IReadOnlyDictionary<string, object?> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            WriteValue(value);
        }

        json.WriteEndObject();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long or decimal or double:
                json.WriteNumberValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case IReadOnlyDictionary<string, object?> members:
                WriteObject(members);
                break;
            case IEnumerable values:
                json.WriteStartArray();
                foreach (var item in values)
                    WriteValue(item);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException("no JSON for " + value.GetType().Name, nameof(value));
        }
    }
}
