using HyperVLab.Engine.Files;
using Newtonsoft.Json;

namespace HyperVLab.Engine.Keeping;

/// <summary>One input as a line of text, for who keeps inputs one by one.</summary>
public static class JournalText
{
    /// <summary>The input as JSON.</summary>
    public static string Of(JournalEntry entry)
    {
        using var text = new StringWriter();
        using (JsonTextWriter writer = JsonFiles.Write(text))
        {
            JournalJson.Write(writer, entry);
        }

        return text.ToString();
    }

    /// <summary>Reads an input that may have been changed.</summary>
    /// <param name="text">What <see cref="Of"/> wrote.</param>
    /// <param name="place">What messages call it.</param>
    /// <exception cref="InvalidDataException">
    /// It is none that this version knows; the message says where and why.
    /// </exception>
    public static JournalEntry Read(string text, string place)
    {
        using var reader = new StringReader(text);
        return JournalJson.Read(JsonFiles.Read(reader), place);
    }
}
