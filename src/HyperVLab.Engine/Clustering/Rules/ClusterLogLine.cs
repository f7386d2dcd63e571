using System.Globalization;

namespace HyperVLab.Engine.Clustering.Rules;

/// <summary>
/// Writes a line as cluster.log has it: process and thread, date and time, level, the component that wrote it, text
/// ("Understanding the Cluster Debug Log in 2008", Microsoft, 2010).
/// </summary>
internal static class ClusterLogLine
{
    // Which component writes of what; the first word that the text contains decides.
    private static readonly (string Word, string Component)[] s_components =
    [
        ("Shared Volume", "DCM"),
        ("heartbeat", "CHANNEL"),
        ("quorum", "QUORUM"),
        ("votes", "QUORUM"),
        ("role", "RCM"),
        ("esource", "RCM"),
        ("igration", "RCM"),
        ("drain", "NDRAIN"),
        ("failback", "NDRAIN"),
        ("membership", "IM"),
    ];

    /// <summary>A line.</summary>
    /// <param name="node">The node's number, from which its process has one (ours).</param>
    /// <param name="date">The lab's date, in the one time zone that it has.</param>
    /// <param name="level">How grave.</param>
    /// <param name="message">The text, which may begin with its component already.</param>
    public static string Of(int node, DateTime date, LogLevel level, string message)
    {
        (string component, int thread) = ComponentOf(message);
        string text = message.StartsWith('[') ? message : $"[{component}] {message}";
        string who = string.Create(
            CultureInfo.InvariantCulture, $"{0x0a00 + (node * 4):x8}.{0x0c00 + (thread * 4):x8}");
        return string.Create(
            CultureInfo.InvariantCulture, $"{who}::{date:yyyy/MM/dd-HH:mm:ss.fff} {TextOf(level),-5} {text}");
    }

    private static (string Component, int Thread) ComponentOf(string message)
    {
        for (int index = 0; index < s_components.Length; index++)
        {
            if (message.Contains(s_components[index].Word, StringComparison.Ordinal))
            {
                return (s_components[index].Component, index + 1);
            }
        }

        return ("NODE", 0);
    }

    private static string TextOf(LogLevel level) => level switch
    {
        LogLevel.Information => "INFO",
        LogLevel.Warning => "WARN",
        _ => "ERR",
    };
}
