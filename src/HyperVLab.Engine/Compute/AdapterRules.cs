using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute;

/// <summary>What the network adapters of a virtual machine take.</summary>
internal static class AdapterRules
{
    /// <summary>Refuses unless the machine is off: R2 adds and removes adapters only then.</summary>
    /// <exception cref="LabException">It is not.</exception>
    public static void DemandOff(VirtualMachine vm)
    {
        DemandNoMigration(vm);
        if (vm.State != VMState.Off)
        {
            throw DeviceErrors.AdapterWhileOn.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }

    /// <summary>Refuses while the machine migrates.</summary>
    /// <exception cref="LabException">It does.</exception>
    public static void DemandNoMigration(VirtualMachine vm)
    {
        if (vm.Migration is not null || vm.HoldingJob is not null)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, vm.Business!);
        }
    }

    /// <summary>Refuses one more adapter of a kind than a machine takes.</summary>
    /// <exception cref="LabException">The machine has as many.</exception>
    public static void DemandRoom(LabState lab, VirtualMachine vm, bool isLegacy)
    {
        int most = isLegacy ? ComputeSettings.MaximumLegacyAdapters : ComputeSettings.MaximumSyntheticAdapters;
        if (VMQueries.AdaptersOf(lab, vm).Count(adapter => adapter.IsLegacy == isLegacy) >= most)
        {
            throw DeviceErrors.TooManyAdapters.For(
                vm.Name, vm.Name, VMLimits.Text(most), isLegacy ? "legacy" : "synthetic");
        }
    }

    /// <summary>Refuses a weight outside 0 to 100; null is left alone.</summary>
    /// <exception cref="LabException">It is outside.</exception>
    public static void DemandWeight(string name, int? weight)
    {
        if (weight is < 0 or > 100)
        {
            throw DeviceErrors.WeightNotPossible.For(name, NetworkRules.Text(weight.Value));
        }
    }

    /// <summary>Refuses bandwidths that no port can be set to; null is left alone.</summary>
    /// <exception cref="LabException">They are such.</exception>
    public static void DemandShares(string name, long? maximum, long? minimum)
    {
        if (maximum is < 0 || minimum is < 0 || (maximum > 0 && minimum > maximum))
        {
            throw DeviceErrors.BandwidthNotPossible.For(
                name, NetworkRules.Text(minimum is null or > 0 ? maximum ?? 0 : minimum.Value));
        }
    }

    /// <summary>Refuses an adapter that needs a dynamic address of a host that has none left.</summary>
    /// <exception cref="LabException">The host has given all of its range.</exception>
    public static void DemandDynamicMac(LabState lab, string name, Key<PhysicalComputer> computer)
    {
        if (MacAddresses.NextDynamic(lab, computer) is null)
        {
            throw DeviceErrors.NoDynamicMacForAdapter.For(name, name, lab.NameOf(computer));
        }
    }

    /// <summary>Refuses a static address that no adapter can have, or one beside a dynamic one.</summary>
    /// <exception cref="LabException">It is such an address.</exception>
    public static void DemandMacAddress(string name, string? address, bool isDynamic)
    {
        if (address is null)
        {
            return;
        }

        if (isDynamic)
        {
            throw DeviceErrors.MacGivenTwice.For(name);
        }

        // The lowest bit of the first octet marks the address of a group.
        if (MacAddressRange.Normalise(address) is not { } digits
            || digits == VMNetworkAdapter.NoAddress
            || (Convert.ToInt32(digits[1..2], 16) & 1) == 1)
        {
            throw DeviceErrors.MacNotUsable.For(name, address);
        }
    }
}
