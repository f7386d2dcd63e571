namespace HyperVLab.Engine.Management;

/// <summary>
/// Reads the setup information (.inf) of a driver: its version section names a class of devices, and lines of its
/// models end with the identifiers of those that it is for.
/// </summary>
internal static class DriverInformation
{
    private static readonly string[] s_buses = [@"PCI\", @"USB\", @"SCSI\", @"HDAUDIO\", @"ACPI\", @"VMBUS\", @"ROOT\"];

    /// <summary>The devices that it is for.</summary>
    /// <returns>Their Plug and Play identifiers; null where it is no driver's.</returns>
    public static IReadOnlyList<string>? Read(string text)
    {
        bool isVersion = false;
        bool isDriver = false;
        List<string> devices = [];
        foreach (string raw in text.Split('\n'))
        {
            string line = raw.Split(';')[0].Trim();
            if (line.StartsWith('['))
            {
                isVersion = line.StartsWith("[Version]", StringComparison.OrdinalIgnoreCase);
            }
            else if (isVersion && line.StartsWith("ClassGuid", StringComparison.OrdinalIgnoreCase))
            {
                isDriver = true;
            }

            devices.AddRange(line.Split(',').Select(static part => part.Trim().ToUpperInvariant())
                .Where(static part => s_buses.Any(bus => part.StartsWith(bus, StringComparison.Ordinal))));
        }

        return isDriver ? [.. devices.Distinct(StringComparer.Ordinal)] : null;
    }
}
