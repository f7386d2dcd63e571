namespace HyperVLab.Engine.Networking;

/// <summary>
/// The addresses that Windows takes by itself where no DHCP server answers (APIPA, RFC 3927): 169.254.1.0 to
/// 169.254.254.255. Where a network has no pool at all the lab leaves an adapter without any (ours).
/// </summary>
internal static class AutomaticAddresses
{
    /// <summary>How many leading bits name their subnet.</summary>
    public const int PrefixLength = 16;

    private const uint First = 0xA9FE_0100;
    private const uint Count = 254 * 256;

    /// <summary>Whether an address is none, or one taken for want of another.</summary>
    public static bool IsNone(string? address) => !IPv4.TryParse(address, out uint number) || number - First < Count;

    /// <summary>The address that an adapter takes, by its MAC address; the next free one where it is taken.</summary>
    public static string For(LabState lab, string macAddress)
    {
        uint start = (uint)(MacAddresses.ToNumber(macAddress) % Count);
        for (uint step = 0; ; step++)
        {
            string address = IPv4.Format(First + ((start + step) % Count));
            if (step == Count || Addresses.OwnerOf(lab, address) is null)
            {
                return address;
            }
        }
    }

    /// <summary>What an adapter is set to that takes one.</summary>
    public static AddressSettings SettingsFor(LabState lab, string macAddress) => AddressSettings.Dhcp with
    {
        IPAddress = For(lab, macAddress),
        PrefixLength = PrefixLength,
    };

    /// <summary>
    /// A pool has an address again: computers that took one for want of it ask. Windows asks every five minutes; the
    /// lab does not let them wait (ours).
    /// </summary>
    public static void AskAgain(LabState lab)
    {
        foreach (NetworkAdapter adapter in lab.NetworkAdapters)
        {
            if (adapter is { IsDhcp: true, IPAddress: not null } && IsNone(adapter.IPAddress)
                && Endpoint.IsAlive(lab, adapter.Computer))
            {
                Addresses.AskPool(lab, adapter);
            }
        }
    }
}
