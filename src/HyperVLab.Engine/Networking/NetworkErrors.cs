using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Networking;

/// <summary>What is refused about physical switches, adapters, addresses and pings.</summary>
internal static class NetworkErrors
{
    public static readonly LabError NameNotUsable = new(
        "NetworkNameNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' cannot be a name here: it takes 1 to 256 characters, none of them * ? [ ] or a control character.");

    public static readonly LabError SwitchNameTaken = new(
        "PhysicalSwitchNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "There is a physical switch of the name {0} already.");

    public static readonly LabError NoSuchSwitch = new(
        "NoSuchPhysicalSwitch", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no such physical switch. Get-LabPhysicalSwitch lists them.");

    public static readonly LabError PortCountNotPossible = new(
        "PortCountNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A physical switch has 2 to {0} ports, and not {1}.");

    public static readonly LabError NoUplink = new(
        "PhysicalSwitchWithoutUplink", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' has no uplink whose speed could be set: Add-LabPhysicalSwitch -UplinkSwitchName plugs a new switch into "
        + "another one.");

    public static readonly LabError SwitchFull = new(
        "PhysicalSwitchFull", "InvalidState", LabErrorCategory.LimitsExceeded,
        "The physical switch {0} has no free port. Add another one with Add-LabPhysicalSwitch.");

    public static readonly LabError PhysicalSwitchUnknown = new(
        "PhysicalSwitchUnknown", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no physical switch '{0}'. Get-LabPhysicalSwitch lists them.");

    public static readonly LabError AdapterUnknown = new(
        "NetAdapterUnknown", "CmdletizationQuery_NotFound_Name", LabErrorCategory.ObjectNotFound,
        "No network adapter '{0}' was found. Get-LabNetAdapter lists them.");

    public static readonly LabError AddressUnknown = new(
        "NetIPAddressUnknown", "CmdletizationQuery_NotFound_IPAddress", LabErrorCategory.ObjectNotFound,
        "No network adapter has the address '{0}'. Get-LabNetIPAddress lists them.");

    public static readonly LabError NeighborUnknown = new(
        "NetNeighborUnknown", "CmdletizationQuery_NotFound_IPAddress", LabErrorCategory.ObjectNotFound,
        "No computer knows a neighbour '{0}' now.");

    public static readonly LabError PoolUnknown = new(
        "AddressPoolUnknown", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no address pool '{0}'. Get-LabAddressPool lists them.");

    public static readonly LabError LeaseUnknown = new(
        "AddressLeaseUnknown", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "No pool has given the address '{0}' away.");

    public static readonly LabError PingUnknown = new(
        "PingUnknown", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "Nobody has pinged '{0}'. Test-LabConnection does.");

    public static readonly LabError NoSuchAdapter = new(
        "NoSuchNetAdapter", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "{0} has no network adapter '{1}'. Get-LabNetAdapter lists its adapters.");

    public static readonly LabError AdapterNotPhysical = new(
        "NetAdapterNotPhysical", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' of {1} is no physical network adapter, so this cannot be done with it.");

    public static readonly LabError AdapterInBond = new(
        "NetAdapterInBond", "InvalidState", LabErrorCategory.ResourceBusy,
        "'{0}' of {1} is a member of the bond '{2}', which speaks for it.");

    public static readonly LabError AdapterInTeam = new(
        "NetAdapterInTeam", "InvalidState", LabErrorCategory.ResourceBusy,
        "'{0}' of {1} is a member of the team '{2}', which speaks for it.");

    public static readonly LabError AdapterInSwitch = new(
        "NetAdapterInVMSwitch", "InvalidState", LabErrorCategory.ResourceBusy,
        "'{0}' of {1} is bound to the virtual switch '{2}'.");

    public static readonly LabError BondTooSmall = new(
        "BondTooSmall", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A bond takes two network adapters or more, each named once.");

    public static readonly LabError BondAcrossNetworks = new(
        "BondAcrossNetworks", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The network adapters of a bond lead to one network. '{0}' leads elsewhere, or its cable is not plugged in.");

    public static readonly LabError AdapterNameTaken = new(
        "NetAdapterNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "{0} has a network adapter '{1}' already.");

    public static readonly LabError NotABond = new(
        "NotABond", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' of {1} is no bond.");

    public static readonly LabError AddressNotUsable = new(
        "IPAddressNotUsable", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no IPv4 address that a computer can have. Give one such as 192.168.10.21.");

    public static readonly LabError PrefixNotPossible = new(
        "PrefixLengthNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "A prefix has 1 to 32 bits, and not {0}.");

    public static readonly LabError GatewayElsewhere = new(
        "GatewayElsewhere", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "The gateway {0} is not in the subnet of {1}/{2}.");

    public static readonly LabError AddressTaken = new(
        "IPAddressTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "The address {0} is that of {1}.");

    public static readonly LabError HasAddress = new(
        "HasIPAddress", "InvalidState", LabErrorCategory.ResourceExists,
        "'{0}' of {1} has the static address {2}. Remove-LabNetIPAddress takes it off.");

    public static readonly LabError HasNoAddress = new(
        "HasNoIPAddress", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "No network adapter of {0} has the address {1}.");

    public static readonly LabError ServersOrReset = new(
        "DnsServersOrReset", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "Give the name servers with -ServerAddresses, or reset them with -ResetServerAddresses, and one of the two.");

    public static readonly LabError PoolNameTaken = new(
        "AddressPoolNameTaken", "InvalidParameter", LabErrorCategory.ResourceExists,
        "There is an address pool of the name {0} already.");

    public static readonly LabError ScopeUnknown = new(
        "DhcpScopeUnknown", "DHCP 20005", LabErrorCategory.ObjectNotFound,
        "There is no DHCP scope {0}. Get-LabDhcpServerv4Scope lists them.");

    public static readonly LabError MaskNotPossible = new(
        "SubnetMaskNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' is no subnet mask.");

    public static readonly LabError ServerElsewhere = new(
        "DhcpServerElsewhere", "InvalidState", LabErrorCategory.InvalidOperation,
        "{0} has no adapter in the subnet of {1} that is plugged into a physical switch: nobody there would hear it.");

    public static readonly LabError LeaseNotPossible = new(
        "LeaseDurationNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "An address is given away for one minute to 999 days.");

    public static readonly LabError NoSuchPool = new(
        "NoSuchAddressPool", "InvalidParameter", LabErrorCategory.ObjectNotFound,
        "There is no such address pool. Get-LabAddressPool lists them.");

    public static readonly LabError PoolRangeNotPossible = new(
        "AddressPoolRangeNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} to {1} is no range of addresses of one subnet with {2} bits.");

    public static readonly LabError ServerHasScope = new(
        "DhcpServerHasScope", "DHCP 20052", LabErrorCategory.ResourceExists,
        "{0} serves a scope of this subnet already: {1}.");

    public static readonly LabError NetworkHasPool = new(
        "NetworkHasAddressPool", "InvalidState", LabErrorCategory.ResourceExists,
        "The network of {0} is served by the address pool {1} already.");

    public static readonly LabError PingNumberNotPossible = new(
        "PingNumberNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} takes {1} to {2}, and not {3}.");

    public static readonly LabError PingTargetUnknown = new(
        "PingTargetUnknown", "TestConnectionException", LabErrorCategory.ResourceUnavailable,
        "Testing connection to computer '{0}' failed: Cannot resolve the target name.");

    public static readonly LabError NoQueues = new(
        "NetAdapterWithoutQueues", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "'{0}' of {1} has no virtual machine queues: cards of 1 Gbit/s and more have.");

    public static readonly LabError ProcessorNotPossible = new(
        "NetAdapterProcessorNotPossible", "InvalidParameter", LabErrorCategory.InvalidArgument,
        "{0} has {1} processors, numbered from 0; a card is served by one of them or more.");

    public static readonly LabError PingWithoutSource = new(
        "PingWithoutSource", "TestConnectionException", LabErrorCategory.InvalidOperation,
        "The lab itself has no network adapter. Name the computer that pings with -Source.");

    public static readonly LabError PingSourceStopped = new(
        "PingSourceStopped", "TestConnectionException", LabErrorCategory.ResourceUnavailable,
        "{0}, which sent the pings, went down.");
}
