using HyperVLab.Engine.Compute.Integration;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What an operating system in a virtual machine takes.</summary>
internal static class GuestRules
{
    /// <summary>The prefix of an address for which none was given (ours: the lab's own networks have it).</summary>
    public const int DefaultPrefixLength = 24;

    private const int MaximumSystemLength = 100;
    private const int MaximumNameLength = 63;
    private const int MaximumBootSeconds = 86_400;

    /// <summary>Refuses a name that is none for an operating system.</summary>
    /// <exception cref="LabException">It is none.</exception>
    public static void DemandSystem(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaximumSystemLength || name.Any(char.IsControl))
        {
            throw GuestErrors.SystemNotUsable.For(name);
        }
    }

    /// <summary>Refuses a name that no computer can have in DNS.</summary>
    /// <exception cref="LabException">None can.</exception>
    public static void DemandName(string name)
    {
        if (name.Length is 0 or > MaximumNameLength
            || name[0] == '-'
            || name[^1] == '-'
            || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            || name.All(char.IsAsciiDigit))
        {
            throw GuestErrors.NameNotUsable.For(name, name);
        }
    }

    /// <summary>Refuses addresses that no guest can have.</summary>
    /// <exception cref="LabException">None can, or the gateway is not in the subnet.</exception>
    public static void DemandAddress(string? address, int? prefixLength, string? gateway)
    {
        if (address is null)
        {
            if (prefixLength is not null || gateway is not null)
            {
                throw GuestErrors.AddressMissing.For(null);
            }

            return;
        }

        int prefix = prefixLength ?? DefaultPrefixLength;
        if (prefix is < 1 or > 30)
        {
            throw GuestErrors.PrefixNotUsable.For(address, VMLimits.Text(prefix));
        }

        if (!IPv4.IsHost(address) || IPv4.IsSubnetOrBroadcast(address, prefix))
        {
            throw GuestErrors.AddressNotUsable.For(address, address);
        }

        if (gateway is not null
            && (!IPv4.IsHost(gateway) || !IPv4.InOneSubnet(address, gateway, prefix) || gateway == address))
        {
            throw GuestErrors.GatewayNotUsable.For(gateway, gateway, address);
        }
    }

    /// <summary>Refuses a boot that takes no time or more than a day.</summary>
    /// <exception cref="LabException">It does.</exception>
    public static void DemandBootTime(int? seconds)
    {
        if (seconds is < 1 or > MaximumBootSeconds)
        {
            throw GuestErrors.BootTimeNotUsable.For(null, VMLimits.Text(seconds.Value));
        }
    }

    /// <summary>A machine identifier of its own for an installation; empty for a system that has none.</summary>
    public static string DrawSid(LabState lab, string system, int number) =>
        GuestReleases.IsWindows(system)
            ? HostFactory.DrawSid(lab, "guest-sid", number)
            : string.Empty;
}
