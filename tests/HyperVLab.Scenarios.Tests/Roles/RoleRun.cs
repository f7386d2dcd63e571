using HyperVLab.Engine;
using HyperVLab.Engine.Compute.Requests;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Scenarios.Tests.Properties;
using HyperVLab.Simulation;

namespace HyperVLab.Scenarios.Tests.Roles;

/// <summary>A world in which users send drawn requests.</summary>
internal sealed class RoleRun : IDisposable
{
    private static readonly Type[] s_open = [.. RequestRights.Open];

    // A host that is managed no more takes everybody's scope with it.
    private static readonly Type[] s_lasting =
    [
        .. s_open.Where(static kind => kind != typeof(RemoveVMHost) && kind != typeof(RemoveVMHostCluster)
            && kind != typeof(RemoveVM)),
    ];

    private readonly RoleWorld _world;
    private readonly Random _random;

    public RoleRun(int seed)
    {
        _random = new Random(seed);
        _world = _random.Next(2) == 0 ? RoleWorld.OfCluster() : RoleWorld.OfHost();
        Users = [.. RoleUser.Of(_world).Where(user => user.Name != RoleNames.Nobody)];
        Lab = _world.Copy();
    }

    /// <summary>The lab that changes.</summary>
    public Lab Lab { get; }

    /// <summary>The users, without those who may nothing.</summary>
    public IReadOnlyList<RoleUser> Users { get; }

    /// <summary>The world as it was at the beginning.</summary>
    public Lab Fork() => _world.Copy();

    public T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>A request that a user sends: more often about what is his, and of a kind that is open to him.</summary>
    public LabRequest Next(RoleUser user) => Lab.Ask(new StateReading<LabRequest>(state =>
    {
        Surroundings surroundings = user.SurroundingsIn(state);
        if (_random.Next(4) == 0)
        {
            return RandomRequests.Next(_random, state);
        }

        Type kind = Any(_random.Next(10) == 0 ? s_open : s_lasting);
        return RoleRequests.Of(
            kind,
            _random,
            state,
            type =>
            {
                IReadOnlyList<IKey> keys = surroundings.Of(type, inside: _random.Next(5) > 0);
                return keys.Count > 0 ? keys : [.. state.TableOf(type).Rows.Select(state.TableOf(type).KeyOf)];
            },
            all: false).Request;
    }));

    /// <summary>Lets some time pass, or none.</summary>
    public void Pass()
    {
        if (_random.Next(2) == 0)
        {
            Lab.AdvanceTo(Lab.Now + TimeSpan.FromSeconds(_random.Next(1, 400)));
        }
    }

    public void Dispose()
    {
        Lab.Dispose();
        _world.Dispose();
    }
}
