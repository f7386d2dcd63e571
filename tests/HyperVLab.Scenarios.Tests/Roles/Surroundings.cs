using System.Collections;
using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Clustering;
using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;
using Newtonsoft.Json;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>
/// What lies inside and outside somebody's scope, told by following the keys in the rows of the tables to computers and
/// virtual machines, whatever the engine thinks of it.
/// </summary>
internal sealed class Surroundings
{
    private static readonly Type[] s_output = [typeof(LabJob), typeof(LogEntry)];

    // Who keeps something is no place where it is.
    private static readonly Type[] s_keepers = [typeof(VmmServer), typeof(DirectoryDomain)];

    // What everything that is plugged into a network learns of whoever speaks there.
    private static readonly Type[] s_learnt =
    [
        typeof(AddressLease), typeof(ArpEntry), typeof(SwitchEntry), typeof(VirtualSwitchEntry), typeof(PortCounters),
        typeof(DnsRecord),
    ];

    // What stands in a library, or is made for one.
    private static readonly Type[] s_library =
    [
        typeof(LibraryServer), typeof(LibraryShare), typeof(LibraryResource), typeof(VMTemplate),
        typeof(HardwareProfile), typeof(GuestOSProfile),
    ];

    private readonly LabState _lab;
    private readonly string _account;
    private readonly HashSet<Key<PhysicalComputer>> _computers;
    private readonly HashSet<Key<VirtualMachine>>? _machines;
    private readonly HashSet<Key<HostGroup>> _groups;
    private readonly LibraryNames? _library;
    private readonly HashSet<IKey> _items;
    private readonly Dictionary<IKey, HashSet<IKey>> _ends = [];

    private Surroundings(
        LabState lab,
        string account,
        HashSet<Key<PhysicalComputer>> computers,
        HashSet<Key<VirtualMachine>>? machines,
        HashSet<Key<HostGroup>> groups,
        LibraryNames? library,
        HashSet<IKey> items)
    {
        _items = items;
        _account = account;
        _groups = groups;
        _lab = lab;
        _computers = computers;
        _machines = machines;
        _library = library;
    }

    /// <summary>
    /// Of somebody who has a host group and all that is in it, a library, and the servers that he administers.
    /// </summary>
    public static Surroundings OfGroup(LabState lab, string account, Key<HostGroup> group, LibraryNames library) => new(
        lab,
        account,
        [.. lab.ManagedComputers
            .Where(one => lab.HostGroups.Find(one.HostGroup) is { } place
                && HostGroups.IsWithin(lab, place, group))
            .Select(one => one.Computer),
            .. lab.LocalGroupMembers.Where(one => one.Name == $@"LAB\{account}").Select(one => one.Computer)],
        machines: null,
        [.. lab.HostGroups
            .Where(one => HostGroups.IsWithin(lab, one, group))
            .Select(one => one.Key)],
        library,
        ItemsOf(lab, library));

    /// <summary>Of somebody who has virtual machines, and perhaps a library; their hosts work for them.</summary>
    public static Surroundings OfOwner(LabState lab, string account, LibraryNames? library)
    {
        Key<VirtualMachine>[] own = [.. lab.VMOwnerships
            .Where(one => lab.Accounts.Find(one.Owner)?.Name == $@"LAB\{account}")
            .Select(one => one.VM)
            .Concat(lab.ResourceGrants
                .Where(one => one.Item.Kind == nameof(VirtualMachine) && IsTo(lab, one, account))
                .Select(one => new Key<VirtualMachine>(one.Item.Number)))];
        Key<PhysicalComputer>[] hosts = [.. own.Select(vm => lab.VirtualMachines[vm].Computer)];
        return new(
            lab,
            account,
            [.. hosts.Concat(hosts.SelectMany(host => ClusterQueries.NodeOf(lab, host) is { } node
                ? HostEnrolment.NodesOf(lab, node.Cluster)
                : []))],
            [.. own],
            groups: [],
            library,
            ItemsOf(lab, library));
    }

    /// <summary>The same scope in a later state, whoever has it then.</summary>
    public Surroundings In(LabState later) => new(later, _account, _computers, _machines, _groups, _library, _items);

    /// <summary>Rows of a type that lie inside, or outside.</summary>
    public IReadOnlyList<IKey> Of(Type entity, bool inside) =>
        [.. Rows(entity).Where(key => IsInside(key) == inside && IsPlaced(key))];

    /// <summary>Everything outside as one text.</summary>
    public string Export()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        foreach ((string name, ITable table) in _lab.Tables.Where(pair =>
            !s_output.Contains(pair.Value.EntityType) && !s_learnt.Contains(pair.Value.EntityType)))
        {
            foreach (IKey key in Rows(table.EntityType).Where(key => !IsInside(key)))
            {
                json.WriteRaw($"\n{name} {key.Number} ");
                StateJsonWriter.WriteRecord(json, table.FindRow(key.Number)!);
            }
        }

        return text.ToString();
    }

    /// <summary>The names of things outside that nothing inside has.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (ITable table in _lab.Tables.Select(pair => pair.Value))
        {
            foreach (IKey key in Rows(table.EntityType))
            {
                if (table.FindRow(key.Number) is INamed { Name.Length: > 3 } named)
                {
                    bool isOwn = IsInside(key) || s_keepers.Contains(key.EntityType)
                        || !IsPlaced(key);
                    (isOwn ? own : (ISet<string>)names).Add(named.Name);
                }
            }
        }

        own.Add(_lab.Computers.First(computer => computer.Role == ComputerRole.Workstation).Name);
        if (_library is not null)
        {
            own.Add(_library.Computer);
        }

        own.UnionWith(_lab.VMOwnerships
            .Where(one => IsInside(one.VM))
            .Select(one => _lab.Accounts.Find(one.Owner)?.Name ?? string.Empty));
        return [.. names.Except(own, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Where two exports differ.</summary>
    public static string Difference(string before, string after) => string.Join(
        '\n',
        after.Split('\n').Except(before.Split('\n')).Concat(before.Split('\n').Except(after.Split('\n'))).Take(5));

    private bool IsInside(IKey key)
    {
        if (key is Key<HostGroup> group)
        {
            return _groups.Contains(group)
                || (_lab.HostGroups.Find(_lab.HostGroups[group].Parent) is { } parent && IsInside(parent.Key));
        }

        if (key is Key<ResourceGrant> grant)
        {
            ResourceGrant given = _lab.ResourceGrants[grant];
            return IsOwn(given.Account) || IsInside(KeyOf(given.Item));
        }

        // A delegated administrator's role has others below it.
        if (key is Key<UserRole> role)
        {
            return _lab.UserRoles.Find(_lab.UserRoles[role].Parent) is { } above
                && (above.Name == $"{_account}s" || IsInside(above.Key));
        }

        // What goes on in clusters names no computer.
        if (key is Key<VmmOperation> operation && _lab.VmmOperations[operation] is { Computers.Count: 0 } clusters)
        {
            return IsOwn(_lab.Jobs[clusters.Job].Caller.Account);
        }

        if (s_library.Contains(key.EntityType))
        {
            return IsInLibrary(key);
        }

        HashSet<IKey> ends = Ends(key);
        Key<VirtualMachine>[] machines = [.. ends.OfType<Key<VirtualMachine>>()];
        if (_machines is not null && machines.Length > 0)
        {
            return machines.All(end => _machines.Contains(end) || IsOwn(end));
        }

        if (_machines is not null && key is Key<StoredFile> file && IsOthers(_lab.StoredFiles[file]))
        {
            return false;
        }

        Key<PhysicalComputer>[] computers = [.. ends.OfType<Key<PhysicalComputer>>()];
        return computers.Length > 0 && computers.All(end => _computers.Contains(end)
            || (key is not Key<PhysicalComputer> && _lab.Computers[end].Name == _library?.Computer));
    }

    private bool IsPlaced(IKey key) =>
        Ends(key).Count > 0 || key is Key<HostGroup> || s_library.Contains(key.EntityType);

    private static IKey KeyOf(ScopeItem item) => item.Kind == nameof(VirtualMachine)
        ? new Key<VirtualMachine>(item.Number)
        : (IKey)Activator.CreateInstance(
            typeof(Key<>).MakeGenericType(s_library.First(type => type.Name == item.Kind)), item.Number)!;

    // The roles of users are called after them.
    private static bool IsTo(LabState lab, ResourceGrant grant, string account) =>
        lab.Accounts.Find(grant.Account)?.Name == $@"LAB\{account}"
        || (grant.Account is null && lab.UserRoles[grant.Role].Name == $"{account}s");

    private bool IsInLibrary(IKey key) => _lab.ResourceGrants.Any(one => IsTo(_lab, one, _account)
            && one.Item.Kind == key.EntityType.Name && one.Item.Number == key.Number)
        || key switch
        {
            Key<LibraryShare> share => IsInLibrary(_lab.LibraryShares[share].LibraryServer),
            Key<LibraryResource> resource => IsInLibrary(_lab.LibraryResources[resource].Share),
            _ => _items.Contains(key),
        };

    private static HashSet<IKey> ItemsOf(LabState lab, LibraryNames? library) => library is null
        ? []
        :
        [
            .. lab.LibraryServers.Where(one => lab.NameOf(one.Computer) == library.Computer).Select(one => one.Key),
            .. lab.VMTemplates.Where(one => one.Name == library.Template).Select(one => one.Key),
            .. lab.HardwareProfiles.Where(one => one.Name == library.Hardware).Select(one => one.Key),
            .. lab.GuestOSProfiles.Where(one => one.Name == library.Guest).Select(one => one.Key),
        ];

    // His since he owns it, or because it is being made for him.
    private bool IsOwn(Key<VirtualMachine> vm) =>
        _lab.VMOwnerships.Any(one => one.VM == vm && IsOwn(one.Owner))
        || _lab.VmmOperations.Any(one => one.Kind == VmmOperationKind.Deploy && IsOwn(_lab.Jobs[one.Job].Caller.Account)
            && _lab.Deployments.Find(new Key<Deployment>(one.Subject ?? 0))?.VM == vm);

    private bool IsOwn(Key<Account>? account) => _lab.Accounts.Find(account)?.Name == $@"LAB\{_account}";

    private bool IsOthers(StoredFile file) => _lab.VMHardDiskDrives.Any(drive =>
        !_machines!.Contains(drive.VM)
        && drive.Path?.EndsWith(file.Name, StringComparison.OrdinalIgnoreCase) == true);

    private IEnumerable<IKey> Rows(Type entity)
    {
        ITable table = _lab.TableOf(entity);
        foreach (object row in table.Rows)
        {
            yield return table.KeyOf(row);
        }
    }

    // The computers and virtual machines to which the keys in a row lead.
    private HashSet<IKey> Ends(IKey key)
    {
        if (_ends.TryGetValue(key, out HashSet<IKey>? known))
        {
            return known;
        }

        HashSet<IKey> ends = _ends[key] = [];
        switch (key)
        {
            case Key<PhysicalComputer>:
                ends.Add(key);
                return ends;
            case Key<VirtualMachine> vm:
                ends.Add(key);
                ends.Add(_lab.VirtualMachines[vm].Computer);
                return ends;
            case Key<Lun> lun when _lab.StorageArrays[_lab.Luns[lun].Array].IsShared:
                ends.UnionWith(_lab.LunMappings.Where(one => one.Lun == lun).Select(one => (IKey)one.Computer));
                return ends;
            case Key<Cluster> cluster:
                ends.UnionWith(HostEnrolment.NodesOf(_lab, cluster).Cast<IKey>());
                return ends;
            case Key<Station> station when _lab.VMNetworkAdapters.Any(one => one.Station == station):
                ends.UnionWith(Ends(_lab.VMNetworkAdapters.First(one => one.Station == station).VM));
                return ends;
            default:
                ends.UnionWith(KeysIn(_lab.TableOf(key.EntityType).FindRow(key.Number)!)
                    .Where(up => !up.Equals(key) && up.EntityType != key.EntityType)
                    .SelectMany(Ends));
                return ends;
        }
    }

    private IEnumerable<IKey> KeysIn(object row) =>
        from property in StateContract.Of(row.GetType()).Properties
        where property.Type.Kind == StateKind.Key || property.Type.Element?.Kind == StateKind.Key
        from key in property.Get(row) is IKey one ? [one] : ((IEnumerable?)property.Get(row))?.Cast<IKey>() ?? []
        where _lab.TableOf(key.EntityType).Contains(key.Number)
            && !s_output.Contains(key.EntityType) && !s_keepers.Contains(key.EntityType)
        select key;
}
