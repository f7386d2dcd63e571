using System.Collections;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Files;

/// <summary>Checks that every key of a lab that was read leads somewhere.</summary>
internal static class LabIntegrity
{
    /// <summary>Checks all tables and events, then what each area knows of its own.</summary>
    /// <exception cref="InvalidDataException">A key dangles, or an area's rule does not hold.</exception>
    public static void Check(LabState lab)
    {
        foreach ((string name, ITable table) in lab.Tables)
        {
            // Jobs outlive what they were about; everything else refers only to what stands.
            bool mayBeGone = table.EntityType == typeof(LabJob);
            foreach (object row in table.Rows)
            {
                CheckKeys(lab, row, name, mayBeGone);
            }
        }

        foreach (ScheduledEvent<LabEvent> happening in lab.Scheduler.Queue.ToList())
        {
            CheckKeys(lab, happening.Event, happening.Event.GetType().Name, mayBeGone: true);
        }

        foreach (ILabArea area in LabState.Areas)
        {
            area.Verify(lab);
        }
    }

    private static void CheckKeys(LabState lab, object record, string where, bool mayBeGone)
    {
        foreach (StateProperty property in StateContract.Of(record.GetType()).Properties)
        {
            if (property.Get(record) is { } value)
            {
                CheckValue(lab, property.Type, value, $"{where}.{property.Name}", mayBeGone);
            }
        }
    }

    private static void CheckValue(LabState lab, StateType type, object value, string where, bool mayBeGone)
    {
        switch (type.Kind)
        {
            case StateKind.Key:
                CheckKey(lab, (IKey)value, where, mayBeGone);
                break;
            case StateKind.List:
                foreach (object item in (IEnumerable)value)
                {
                    CheckValue(lab, type.Element!, item, where, mayBeGone);
                }

                break;
            case StateKind.Record:
                CheckKeys(lab, value, where, mayBeGone);
                break;
            default:
                break;
        }
    }

    private static void CheckKey(LabState lab, IKey key, string where, bool mayBeGone)
    {
        ITable table = lab.TableOf(key.EntityType);
        if (!table.Contains(key.Number) && (!mayBeGone || key.Number >= table.NextNumber))
        {
            throw new InvalidDataException($"{where} refers to {key}, which does not exist.");
        }
    }
}
