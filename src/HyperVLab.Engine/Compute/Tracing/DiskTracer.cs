using System.Globalization;
using HyperVLab.Engine.Compute.Channels;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>
/// Follows a read or write of a virtual machine: the layers of its device's way, with what the route to its disk takes
/// where that is taken.
/// </summary>
internal sealed class DiskTracer
{
    private readonly LabState _lab;
    private readonly VMHardDiskDrive _drive;
    private readonly VirtualMachine _vm;
    private readonly DiskTraceQuery _query;
    private readonly HopList _hops = new();
    private readonly Lun? _lun;
    private readonly VolumeWay? _way;
    private readonly RouteParts? _parts;

    private DiskTracer(LabState lab, VMHardDiskDrive drive, DiskTraceQuery query)
    {
        (_lab, _drive, _query) = (lab, drive, query);
        _vm = lab.VirtualMachines[drive.VM];
        if (drive.Lun is { } whole)
        {
            _lun = lab.Luns[whole];
            _way = VolumeWays.OfWholeDisk(lab, _vm.Computer, PassThroughDisks.DiskOf(lab, _vm.Computer, drive));
        }
        else if (PathResolver.Locate(lab, _vm.Computer, drive.Path!) is { } path)
        {
            _lun = StorageReach.LunOf(lab, path.Volume);
            _way = VolumeWays.Of(lab, _vm.Computer, path.Volume, _lun);
        }

        if (_way is { Access: not VolumeAccess.None } open)
        {
            _parts = VolumeRoutes.PartsOf(lab, _vm.Computer, _lun!, open);
        }
    }

    private bool HasFile => _drive.Path is null || VMDrives.FileOf(_lab, _vm, _drive) is not null;

    /// <summary>Follows one.</summary>
    public static IOTraceView Trace(LabState lab, VMHardDiskDrive drive, DiskTraceQuery query) =>
        new DiskTracer(lab, drive, query).Trace();

    private IOTraceView Trace()
    {
        DeviceWay way = DeviceWays.Of(_lab, _drive);
        string host = _lab.NameOf(_vm.Computer);
        if (way.Mode == DeviceMode.None)
        {
            _hops.Add(DevicePlace.Child, host, _vm.Name, way.Device, string.Empty, 0);
            _hops.Stop(_vm.HoldsResources
                ? "its guest has no driver for it"
                : $"reads and writes nothing: it is {_vm.State}");
        }

        foreach (DeviceLayer layer in way.Layers)
        {
            if (_hops.Hops is [.., { IsStop: true }])
            {
                break;
            }

            Add(way, layer);
        }

        return new IOTraceView
        {
            Kind = _query.IsWrite ? IORequestKind.Write : IORequestKind.Read,
            VMName = _vm.Name,
            ComputerName = host,
            Device = way.Device,
            Target = _drive.Path ?? PassThroughDisks.NameOf(_lab, _vm, _drive),
            Bytes = _query.Bytes,
            Way = WayOf(way),
            Hops = _hops.Hops,
            Coordinator = _way is { Access: VolumeAccess.Direct, IsPaused: false } && _lun is { IsSharedVolume: true }
                && _lun.ReservedBy != _vm.Computer && way.Mode != DeviceMode.None
                ? Owner
                : null,
        };
    }

    private void Add(DeviceWay way, DeviceLayer layer)
    {
        if (layer.Driver == "srv2.sys")
        {
            AddNetwork();
        }

        if (_hops.Hops is [.., { IsStop: true }])
        {
            return;
        }

        double cost = layer.Place == DevicePlace.Hardware ? DiskNanoseconds : layer.Cost.Of(_query.Bytes);
        _hops.Add(layer, _vm.Name, cost, ReasonOf(way, layer));
        if (StopOf(layer) is { } why)
        {
            _hops.Stop(why);
        }
    }

    private double DiskNanoseconds => _parts is not { } parts ? 0
        : (parts.DiskLatency.TotalMicroseconds * 1000)
            + (parts.IsHeldByNetwork ? 0 : TransferTime.Of(_query.Bytes, parts.DiskBytesPerSecond).TotalNanoseconds);

    private void AddNetwork()
    {
        RouteParts parts = _parts!.Value;
        double transfer = parts is { IsHeldByNetwork: true, NetworkBytesPerSecond: > 0 and { } rate }
            ? TransferTime.Of(_query.Bytes, rate).TotalNanoseconds
            : 0;
        _hops.Add(
            DevicePlace.Network, "cluster network", "network", "Cluster network", string.Empty,
            (parts.NetworkLatency.TotalMicroseconds * 1000) + transfer,
            "there and back");
        if (_way is { Reason: VolumeRouteReason.OwnerUnreachable })
        {
            _hops.Stop($"{Owner}, the coordinator, does not answer");
        }
    }

    private string Owner => _lun?.ReservedBy is { } owner ? _lab.NameOf(owner) : "nobody";

    private string ReasonOf(DeviceWay way, DeviceLayer layer) => layer.Place switch
    {
        DevicePlace.Child => $"{(_query.IsWrite ? "writes" : "reads")} {_query.Bytes >> 10} KB",
        DevicePlace.VMBus when way.Channel is { } channel => $"ring of {channel.OutgoingRingBytes >> 10} KB",
        DevicePlace.Hypervisor => $"{ChannelSettings.DiskIntercepts} register accesses",
        DevicePlace.Hardware => DiskReason,
        _ when TraceNames.Of(layer.Name) == TraceNames.DiskParser => $"finds the block in {FileName}",
        _ when TraceNames.Of(layer.Name) == TraceNames.SharedVolumeFilter => SharedReason,
        _ when layer.Driver == "mpio.sys" => PathReason,
        _ => string.Empty,
    };

    private string FileName => _drive.Path![(_drive.Path!.LastIndexOfAny(['\\', '/']) + 1)..];

    private string SharedReason => _way switch
    {
        { Access: VolumeAccess.Redirected } way => $"redirected to {Owner}: {TraceTexts.Of(way.Reason)}",
        { Access: VolumeAccess.Direct } when _lun!.ReservedBy == _vm.Computer => "the coordinator's own NTFS",
        _ => $"past NTFS: {Owner} told where",
    };

    private string PathReason
    {
        get
        {
            int up = _lab.PathsByComputer.Of(NearComputer)
                .Count(path => path.Array == _lun!.Array && path.State == StoragePathState.Up);
            return string.Create(CultureInfo.InvariantCulture, $"by one of {up} {(up == 1 ? "path" : "paths")}");
        }
    }

    private Key<PhysicalComputer> NearComputer =>
        _way is { Access: VolumeAccess.Redirected } && _lun!.ReservedBy is { } owner ? owner : _vm.Computer;

    private string DiskReason => _lun is { FaultErrorPercent: > 0 } faulty
        ? string.Create(CultureInfo.InvariantCulture, $"{faulty.FaultErrorPercent} of 100 fail")
        : _lun is { FaultDelay.Ticks: > 0 } slow
        ? string.Create(CultureInfo.InvariantCulture, $"late by {slow.FaultDelay.TotalMilliseconds:0.#} ms")
        : "finds the track, and turns";

    // Where a request stops that gets no further; null where it goes on.
    private string? StopOf(DeviceLayer layer)
    {
        if (layer.Place is not (DevicePlace.ParentKernel or DevicePlace.Hardware))
        {
            return null;
        }

        if (TraceNames.Of(layer.Name) == TraceNames.DiskParser && !HasFile)
        {
            return _way is null ? "the host mounts no volume there" : $"there is no {FileName}";
        }

        bool isFilter = TraceNames.Of(layer.Name) == TraceNames.SharedVolumeFilter;
        if (_way is { IsPaused: true, Reason: not VolumeRouteReason.OwnerUnreachable } way
            && (isFilter || layer.Driver == "disk.sys"))
        {
            return way.Reason == VolumeRouteReason.ComputerDown
                ? "waits: the host hangs"
                : "waits: the volume has no coordinator now";
        }

        bool isHere = isFilter || (_way is { Reason: VolumeRouteReason.NoPath }
            ? layer.Driver == "mpio.sys" || layer.Driver == "storport.sys"
            : layer.Driver == "disk.sys");
        return _way is { Access: VolumeAccess.None } none && isHere ? TraceTexts.Of(none.Reason) : null;
    }

    private string WayOf(DeviceWay way)
    {
        string mode = way.Mode == DeviceMode.Emulated ? "emulated" : "synthetic";
        string rest = _drive.Lun is not null ? "pass-through"
            : _way is { Access: VolumeAccess.Redirected } ? "redirected" : "direct";
        return $"{mode}, {rest}";
    }
}
