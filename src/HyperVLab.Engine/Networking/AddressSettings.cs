namespace HyperVLab.Engine.Networking;

/// <summary>The addresses of one adapter.</summary>
/// <param name="IPAddress">Its address; null for none.</param>
/// <param name="PrefixLength">How many leading bits name the subnet.</param>
/// <param name="DefaultGateway">Where what is for other subnets goes.</param>
/// <param name="DnsServer">The name server.</param>
/// <param name="IsDhcp">Whether they come from a pool.</param>
internal readonly record struct AddressSettings(
    string? IPAddress, int PrefixLength, string? DefaultGateway, string? DnsServer, bool IsDhcp)
{
    /// <summary>What an adapter begins with: no address, and one is asked of a pool.</summary>
    public static AddressSettings Dhcp { get; } = new(null, 0, null, null, true);

    /// <summary>The addresses of an adapter.</summary>
    public static AddressSettings Of(NetworkAdapter adapter) =>
        new(adapter.IPAddress, adapter.PrefixLength, adapter.DefaultGateway, adapter.DnsServer, adapter.IsDhcp);
}
