using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Networking.Frames;

/// <summary>What changes while frames are sent: machines move, and cables are pulled and plugged.</summary>
internal sealed partial class RandomNetwork
{
    // A virtual machine goes to another switch with all that its port is set to.
    private void MoveGuest()
    {
        int at = _senders.FindIndex(one => one.Place.Station is not null);
        if (at < 0)
        {
            return;
        }

        at += _random.Next(_guests);
        List<(FramePlace Place, Plug Plug)> machines = [.. _senders.Where(one => one.Place.Station is not null)];
        (FramePlace place, Plug old) = machines[at % machines.Count];
        Key<VirtualSwitch> virtualSwitch = Any(_switches);
        Box box = _boxes[virtualSwitch];
        if (box == old.Box)
        {
            return;
        }

        _lab.Arrange(state => Stations.Connect(state, place.Station!.Value, virtualSwitch));
        old.Box.Forget(old);
        old.Box.Plugs.Remove(old);
        var plug = new Plug(box, old.Name)
        {
            IsGuest = true,
            IsOn = old.IsOn,
            Mac = old.Mac,
            Rule = old.Rule,
            Spoofs = old.Spoofs,
            GuardsDhcp = old.GuardsDhcp,
            GuardsRouters = old.GuardsRouters,
            Mirror = old.Mirror,
        };
        int after = box.Plugs.FindIndex(other => IsMachine(other) && Number(other) > Number(plug));
        box.Plugs.Insert(after < 0 ? box.Plugs.FindLastIndex(IsMachine) + 1 : after, plug);
        _senders[_senders.FindIndex(one => one.Place == place)] = (place, plug);
    }

    private static int Number(Plug plug) =>
        int.Parse(new string([.. plug.Name.Where(char.IsDigit)]), CultureInfo.InvariantCulture);

    private void SwitchCable()
    {
        (Key<PhysicalComputer> host, string nic, Plug near) = Any(_cables);
        if (near.IsOn)
        {
            _lab.Do(new DisconnectNetAdapter { Computer = host, Name = nic });
        }
        else
        {
            _lab.Do(new ConnectNetAdapter { Computer = host, Name = nic });
        }

        near.Box.Forget(near);
        near.IsOn = !near.IsOn;
    }
}
