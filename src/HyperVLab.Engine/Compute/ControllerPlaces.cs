using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>The locations of a machine's controllers, which its hard disk drives and its DVD drives share.</summary>
internal static class ControllerPlaces
{
    /// <summary>Whether a drive of any kind has a place.</summary>
    public static bool IsTaken(LabState lab, VirtualMachine vm, ControllerPlace place) =>
        VMQueries.AllDrivesOf(lab, vm).Any(drive => ControllerPlace.Of(drive) == place);

    /// <summary>The one of some drives at a place; null for none.</summary>
    public static T? At<T>(IEnumerable<T> drives, ControllerPlace place)
        where T : class, IPlacedDrive => drives.FirstOrDefault(drive => ControllerPlace.Of(drive) == place);

    /// <summary>The first free place of a kind of controller; null for none.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="vm">The machine.</param>
    /// <param name="type">The kind.</param>
    /// <param name="number">Only on this controller; null for any.</param>
    /// <param name="location">Only at this location; null for any.</param>
    public static ControllerPlace? FirstFree(
        LabState lab, VirtualMachine vm, ControllerType type, int? number = null, int? location = null)
    {
        for (var one = new ControllerPlace(type, number ?? 0, 0);
            one.Exists && one.Number <= (number ?? one.Number);
            one = one with { Number = one.Number + 1 })
        {
            for (ControllerPlace place = one with { Location = location ?? 0 };
                place.Exists && place.Location <= (location ?? place.Location);
                place = place with { Location = place.Location + 1 })
            {
                if (!IsTaken(lab, vm, place))
                {
                    return place;
                }
            }
        }

        return null;
    }

    /// <summary>The place that was asked for, what was not said being filled by the first that is free.</summary>
    /// <exception cref="LabException">There is no such place, it is taken, or none is free.</exception>
    public static ControllerPlace Find(
        LabState lab, VirtualMachine vm, ControllerType? type, int? number, int? location)
    {
        var asked = new ControllerPlace(type ?? ControllerType.IDE, number ?? 0, location ?? 0);
        if (!asked.Exists)
        {
            throw DeviceErrors.NoSuchPlace.For(
                vm.Name,
                vm.Name,
                asked.Type.ToString(),
                VMLimits.Text(asked.Number),
                VMLimits.Text(asked.Location));
        }

        if (FirstFree(lab, vm, asked.Type, number, location) is { } free)
        {
            return free;
        }

        throw number is { } taken && location is { } there
            ? DeviceErrors.PlaceTaken.For(
                vm.Name, vm.Name, asked.Type.ToString(), VMLimits.Text(taken), VMLimits.Text(there))
            : DeviceErrors.NoFreePlace.For(vm.Name, vm.Name, asked.Type.ToString());
    }

    /// <summary>
    /// The place that a drive moves to: one that stays on its kind of controller may keep its number, another looks for
    /// a place anew.
    /// </summary>
    /// <exception cref="LabException">There is no such place, it is taken, or none is free.</exception>
    public static ControllerPlace Move(
        LabState lab, VirtualMachine vm, IPlacedDrive drive, ControllerType? type, int? number, int? location)
    {
        ControllerPlace now = ControllerPlace.Of(drive);
        ControllerType kind = type ?? now.Type;
        int? controller = number ?? (kind == now.Type ? now.Number : null);
        return kind == now.Type && controller == now.Number && (location ?? now.Location) == now.Location
            ? now
            : Find(lab, vm, kind, controller, location);
    }

    /// <summary>Refuses to change drives of a controller that a running machine's firmware has scanned.</summary>
    /// <exception cref="LabException">The machine is not off: only SCSI drives change while it runs.</exception>
    public static void DemandChangeable(VirtualMachine vm, ControllerType type)
    {
        if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }

        bool canChange = vm.State == VMState.Off || (type == ControllerType.SCSI && vm.State == VMState.Running);
        if (!canChange)
        {
            throw DeviceErrors.IdeWhileOn.For(vm.Name, vm.Name, vm.State.ToString());
        }
    }
}
