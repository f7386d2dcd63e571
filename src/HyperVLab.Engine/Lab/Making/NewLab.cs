using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Making;

/// <summary>
/// Makes what nobody wants to build and every lab needs: a management network with a physical switch, a domain with its
/// controller, name server and addresses, and the admin's workstation.
/// </summary>
public sealed record NewLab : LabRequest
{
    /// <summary>The domain's DNS name.</summary>
    public string DomainName { get; init; } = "lab.local";

    /// <summary>The domain's NetBIOS name; null for the first label of its DNS name.</summary>
    public string? NetBiosName { get; init; }

    /// <summary>The domain controller's computer name.</summary>
    public string DomainControllerName { get; init; } = "DC1";

    /// <summary>The admin's workstation's computer name.</summary>
    public string WorkstationName { get; init; } = "ADMIN1";

    /// <summary>The physical switch of the management network.</summary>
    public string SwitchName { get; init; } = "Management";

    /// <summary>
    /// The management network. Its addresses 10 and 11 are the controller's and the workstation's, 100 and up are given
    /// away by the pool, and what is between is for those that are set by hand.
    /// </summary>
    public string Subnet { get; init; } = "192.168.10.0";

    /// <summary>How many leading bits name the network, 8 to 24.</summary>
    public int PrefixLength { get; init; } = 24;

    /// <inheritdoc/>
    internal override void Validate(LabState lab, LabCaller caller)
    {
        if (lab.Domains.Count > 0 || lab.Computers.Count > 0)
        {
            throw MakingErrors.LabIsMade.For(null);
        }

        HostNames.DemandFree(lab, DomainControllerName, except: null);
        HostNames.DemandFree(lab, WorkstationName, except: null);
        if (string.Equals(DomainControllerName, WorkstationName, StringComparison.OrdinalIgnoreCase))
        {
            throw HostErrors.NameTaken.For(WorkstationName, WorkstationName);
        }

        DemandDomain();
        if (!HostNames.IsChassisName(SwitchName))
        {
            throw MakingErrors.SwitchNameNotUsable.For(SwitchName, SwitchName);
        }

        if (PrefixLength is < 8 or > 24 || !IPv4.IsHost(Subnet) || !IPv4.TryParse(Subnet, out uint network)
            || IPv4.NetworkOf(network, PrefixLength) != network)
        {
            throw MakingErrors.SubnetNotUsable.For(Subnet, $"{Subnet}/{PrefixLength}");
        }
    }

    /// <inheritdoc/>
    internal override void Act(LabState lab, LabJob job)
    {
        PhysicalSwitch management = lab.PhysicalSwitches.Add(key => new PhysicalSwitch(
            key, SwitchName, MakingSettings.SwitchPortCount, NetworkSettings.SwitchAgeingTime, uplink: null));
        string server = Address(MakingSettings.ControllerNumber);

        PhysicalComputer controller = HostFactory.AddComputer(
            lab, DomainControllerName, ComputerRole.DomainController, MakingSettings.ServerHardware);
        HostFactory.InstallAtOnce(lab, controller, MakingSettings.ControllerEdition);
        SetAddress(lab, controller, server);
        DirectoryDomain domain = HostFactory.AddDomain(lab, DomainName, NetBios, controller);
        HostFactory.OpenAtOnce(lab, controller);

        lab.AddressPools.Add(key => new AddressPool(key, SwitchName, management.Key, new AddressRange(
            Address(MakingSettings.FirstPoolNumber), Address((1u << (32 - PrefixLength)) - 2), PrefixLength, null,
            server)));

        PhysicalComputer workstation = HostFactory.AddComputer(
            lab, WorkstationName, ComputerRole.Workstation, MakingSettings.WorkstationHardware);
        HostFactory.InstallAtOnce(lab, workstation, MakingSettings.WorkstationEdition);
        SetAddress(lab, workstation, Address(MakingSettings.WorkstationNumber));
        HostFactory.JoinAtOnce(lab, workstation, domain);
        HostFactory.AddAdministrator(lab, domain);
    }

    private string NetBios => NetBiosName ?? DomainName.Split('.')[0].ToUpperInvariant();

    private void DemandDomain()
    {
        string[] labels = DomainName.Split('.');
        if (DomainName.Length > MakingSettings.MaxDomainNameLength || labels.Length < 2
            || !labels.All(IsLabel) || !HostNames.IsComputerName(NetBios))
        {
            throw MakingErrors.DomainNameNotUsable.For(DomainName, DomainName);
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MakingSettings.MaxLabelLength
        && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
        && label[0] != '-' && label[^1] != '-';

    private void SetAddress(LabState lab, PhysicalComputer computer, string address) =>
        Addresses.Configure(lab, Adapters.Of(lab, computer.Key).First(), new AddressSettings(
            address, PrefixLength, null, Address(MakingSettings.ControllerNumber), IsDhcp: false));

    private string Address(uint number) =>
        IPv4.TryParse(Subnet, out uint network) ? IPv4.Format(network + number) : Subnet;
}
