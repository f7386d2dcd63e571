namespace HyperVLab.Disks.Guests;

/// <summary>The operating system that is installed on a disk, as far as a lab needs to know it.</summary>
public sealed record GuestSystemRecord
{
    /// <summary>The most UTF-8 bytes in a text.</summary>
    public const int MaximumTextBytes = 255;

    /// <summary>The operating system's name, for instance "Windows Server 2016 Datacenter".</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>The computer's name.</summary>
    public required string ComputerName { get; init; }

    /// <summary>The machine SID, <c>S-1-5-21-a-b-c</c>; empty for a guest that has none, such as Linux.</summary>
    public string MachineSid { get; init; } = "";

    /// <summary>How the guest gets its IP address.</summary>
    public GuestAddressing Addressing { get; init; }

    /// <summary>
    /// The address of a guest with <see cref="GuestAddressing.Static"/>, IPv4 or IPv6; otherwise null.
    /// </summary>
    public string? IPAddress { get; init; }

    /// <summary>The length of the subnet's prefix in bits; 0 if there is no address.</summary>
    public int PrefixLength { get; init; }

    /// <summary>The address of the default gateway; null if there is none.</summary>
    public string? DefaultGateway { get; init; }

    /// <summary>The version of the integration services, for instance "10.0.14393"; null if not installed.</summary>
    public string? IntegrationServicesVersion { get; init; }

    /// <summary>How long the guest takes to start, in seconds; null leaves it to the lab.</summary>
    public int? BootSeconds { get; init; }

    /// <summary>Whether sysprep has generalized it, so that it takes a new name and SID at its next start.</summary>
    public bool Generalized { get; init; }

    /// <summary>The DNS name of the domain that it is a member of; null if it is in a workgroup.</summary>
    public string? Domain { get; init; }

    /// <summary>
    /// Which of the passwords of its computer's account in that domain it has, counted from 1; null if none.
    /// </summary>
    public int? MachinePassword { get; init; }

    /// <summary>
    /// The services of the disk drivers that start with the boot loader, with commas between them; null for a system
    /// that finds the disk of any computer.
    /// </summary>
    public string? BootDrivers { get; init; }

    /// <summary>The services of drivers that were disabled, with commas between them; null for none.</summary>
    public string? DisabledDrivers { get; init; }

    /// <summary>Whether it finds its disk when it starts in a virtual machine of generation 1.</summary>
    public bool StartsInMachine => BootDrivers is not { } drivers || drivers.Split(',').Any(IsMachineDriver);

    /// <summary>Says what is wrong with the record, or null if nothing is.</summary>
    internal string? Problem()
    {
        if (OperatingSystem.Length == 0 || ComputerName.Length == 0)
        {
            return "the operating system and the computer need names";
        }

        if (MachineSid.Length > 0 && !IsMachineSid(MachineSid))
        {
            return $"'{MachineSid}' is no machine SID S-1-5-21-a-b-c";
        }

        if (!Enum.IsDefined(Addressing))
        {
            return $"addressing {(int)Addressing} is neither Dhcp nor Static";
        }

        if (Addressing == GuestAddressing.Static && IPAddress is null)
        {
            return "static addressing needs an IP address";
        }

        if (PrefixLength is < 0 or > 128)
        {
            return $"a prefix has 0 to 128 bits, not {PrefixLength}";
        }

        var address = new[] { IPAddress, DefaultGateway }.FirstOrDefault(text => text is not null && !IsAddress(text));
        if (address is not null)
        {
            return $"'{address}' is no IP address";
        }

        if ((Domain is null) != (MachinePassword is null) || Domain is "" || MachinePassword < 1)
        {
            return "a member of a domain has its name, and a password from the first on";
        }

        return BootSeconds < 0 ? "a start cannot take less than no time" : null;
    }

    // A machine's IDE controller is an Intel 82371AB; the synthetic one is VMBus's.
    private static bool IsMachineDriver(string service) => service is "intelide" or "pciide" or "storvsc";

    private static bool IsAddress(string text) => System.Net.IPAddress.TryParse(text, out _);

    private static bool IsMachineSid(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 7 && text.StartsWith("S-1-5-21-", StringComparison.Ordinal)
            && parts.Skip(4).All(part => part.All(char.IsAsciiDigit) && uint.TryParse(part, out _));
    }
}
