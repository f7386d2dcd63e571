namespace HyperVLab.Engine.Networking;

/// <summary>A range of addresses of one subnet, and what comes with them.</summary>
/// <param name="First">The first address.</param>
/// <param name="Last">The last address.</param>
/// <param name="PrefixLength">How many leading bits name the subnet.</param>
/// <param name="DefaultGateway">The subnet's gateway; null for none.</param>
/// <param name="DnsServer">The name server; null for none.</param>
public sealed record AddressRange(
    string First, string Last, int PrefixLength, string? DefaultGateway, string? DnsServer);
