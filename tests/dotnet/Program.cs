// The XenStore scenario through the native layer of Microsoft's .NET binding, the one that PowerShell 7 has: an outside judge of libmi.so.
// (Its public class CimSession is not finished for Linux; what lies below it, with all function tables of the client API, is. It is reached by
// reflection.)
//
//     client PREFIX        prints one line for each step that went as it should; exits 1 at the first that did not
using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Management.Infrastructure;

// An object of the binding's native layer. Methods are called by name; results of `out` parameters come back in order.
sealed class Native
{
    const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
    static readonly Assembly Binding = typeof(CimInstance).Assembly;
    readonly object self;

    public Native(object self) => this.self = self;

    public static Type Type(string name) => Binding.GetType("Microsoft.Management.Infrastructure.Native." + name, true);

    static object[] Call(Type type, object target, string method, object[] given, out object returned)
    {
        var candidates = type.GetMethods(Any).Where(m => m.Name == method && m.GetParameters().Count(p => !p.IsOut) == given.Length).ToList();
        var chosen = candidates.OrderByDescending(m => m.GetParameters().Count(p => p.IsOut)).First();
        var parameters = chosen.GetParameters();
        var arguments = new object[parameters.Length];
        for (int i = 0, next = 0; i < parameters.Length; i++)
            if (!parameters[i].IsOut)
            {
                var value = given[next++];
                if (value is Native native)
                    value = native.self;
                else if (value is string text && parameters[i].ParameterType.IsEnum)
                    value = Enum.Parse(parameters[i].ParameterType, text);
                else if (value is int number && parameters[i].ParameterType.IsEnum)
                    value = Enum.ToObject(parameters[i].ParameterType, number);
                arguments[i] = value;
            }
        returned = chosen.Invoke(target, arguments);
        return parameters.Select((p, i) => (p, i)).Where(x => x.p.IsOut).Select(x => Wrap(arguments[x.i])).ToArray();
    }

    static object Wrap(object value) =>
        value != null && value.GetType().IsClass && value.GetType().Namespace.EndsWith(".Native") ? new Native(value) : value;

    public object[] Call(string method, params object[] given)
    {
        var outs = Call(self.GetType(), self, method, given, out var returned);
        if (returned != null && returned.GetType().IsEnum && returned.ToString() != "MI_RESULT_OK")
            throw new Exception($"{self.GetType().Name}.{method}: {returned}");
        return outs;
    }

    public static object[] CallStatic(string type, string method, params object[] given)
    {
        var outs = Call(Type(type), null, method, given, out var returned);
        if (returned.ToString() != "MI_RESULT_OK")
            throw new Exception($"{type}.{method}: {returned}");
        return outs;
    }

    public static Native New(string type) => new Native(Type(type).GetMethod("NewDirectPtr", Any).Invoke(null, null));

    public object this[string property]
    {
        get => Wrap(self.GetType().GetProperty(property, Any).GetValue(self));
        set => self.GetType().GetProperty(property, Any).SetValue(self, value);
    }

    public bool IsNull => (bool)self.GetType().GetProperty("IsNull", Any).GetValue(self);
}

sealed class Answer
{
    public readonly List<Dictionary<string, object>> Instances = new();
    public readonly List<Native> Copies = new();
    public string Result, Message;
}

static class Client
{
    const string Wmi = "root/wmi";
    static Native application, session;

    static void Check(string what, bool good, object saw = null)
    {
        if (!good)
            throw new Exception($"{what}: {saw}");
        Console.WriteLine($"ok {what}");
    }

    static object ValueOf(Native instance, string name)
    {
        var outs = instance.Call("GetElement", name);
        var type = outs[1].ToString();
        if ((Convert.ToUInt32(outs[2]) & 0x20000000) != 0)
            return null;
        var property = type switch
        {
            "MI_STRINGA" => "StringA",
            "MI_INSTANCE" => "Instance",
            "MI_BOOLEAN" => "Boolean",
            "MI_DATETIME" => "Datetime",
            _ => type.Substring(3, 1) + type.Substring(4).ToLowerInvariant(),
        };
        var value = ((Native)outs[0])[property];
        return value is Native nested && property == "Instance" ? Elements(nested) : value;
    }

    static Dictionary<string, object> Elements(Native instance)
    {
        var elements = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        var count = (uint)instance.Call("GetElementCount")[0];
        for (uint i = 0; i < count; i++)
        {
            var name = (string)instance.Call("GetElementAt", i)[0];
            elements[name] = ValueOf(instance, name);
        }
        return elements;
    }

    static Answer Finish(Native operation, string pull = "GetInstance", int most = int.MaxValue)
    {
        var answer = new Answer();
        bool more = true;
        while (more && answer.Instances.Count < most)
        {
            var outs = operation.Call(pull);
            int at = pull == "GetIndication" ? 3 : 1;
            more = (bool)outs[at];
            answer.Result = outs[at + 1].ToString();
            answer.Message = (string)outs[at + 2];
            if (outs[0] is Native instance && !instance.IsNull)
            {
                answer.Instances.Add(Elements(instance));
                answer.Copies.Add((Native)instance.Call("Clone")[0]);
            }
        }
        operation.Call("Close");
        return answer;
    }

    static Answer Enumerate(string name_space, string name) =>
        Finish((Native)session.Call("EnumerateInstances", 0, null, name_space, name, false, null)[0]);

    static Answer Query(string text) => Finish((Native)session.Call("QueryInstances", 0, null, Wmi, "WQL", text, null)[0]);

    static Answer Invoke(Native target, string name, string method, params (string, string)[] arguments)
    {
        Native parameters = null;
        if (arguments.Length > 0)
        {
            parameters = (Native)application.Call("NewInstance", "Parameters", null)[0];
            foreach (var (argument, value) in arguments)
            {
                var boxed = Native.New("MI_Value");
                boxed["String"] = value;
                parameters.Call("AddElement", argument, boxed, "MI_STRING", 0);
            }
        }
        return Finish((Native)session.Call("Invoke", 0, null, Wmi, name, method, target, parameters, null)[0]);
    }

    static void Run(string prefix)
    {
        application = (Native)Native.CallStatic("MI_Application", "Initialize", "xenmi-test")[1];
        session = (Native)application.Call("NewSession", null, null, null, null)[1];
        Check("TestConnection", Finish((Native)session.Call("TestConnection", 0, null)[0]).Result == "MI_RESULT_OK");

        var found = Enumerate(Wmi, prefix + "XenStoreBase");
        Check("one base object", found.Instances.Count == 1 && found.Result == "MI_RESULT_OK", found.Message);
        var xenTime = (ulong)found.Instances[0]["XenTime"];
        Check("XenTime is now", Math.Abs((DateTime.FromFileTimeUtc((long)xenTime) - DateTime.UtcNow).TotalSeconds) < 60, xenTime);

        var added = Invoke(found.Copies[0], prefix + "XenStoreBase", "AddSession", ("ID", "dotnet\\\"quoted\""));
        Check("AddSession", added.Result == "MI_RESULT_OK", added.Message);
        var id = (uint)added.Instances[0]["SessionId"];
        found = Query($"select * from {prefix}XenStoreSession where SessionId={id}");
        Check("the session is found by a query", found.Instances.Count == 1 && (string)found.Instances[0]["Id"] == "dotnet\\\"quoted\"", found.Message);
        var store = found.Copies[0];
        Answer Call(string method, params (string, string)[] arguments) => Invoke(store, prefix + "XenStoreSession", method, arguments);

        var answer = Call("SetValue", ("Pathname", "data/TempValue"), ("value", "Grüße"));
        Check("SetValue", answer.Result == "MI_RESULT_OK", answer.Message);
        answer = Call("GetValue", ("PATHNAME", "data/TempValue"));
        Check("GetValue", (string)answer.Instances[0]["value"] == "Grüße", answer.Message);
        answer = Call("GetChildren", ("Pathname", "data"));
        var children = (Dictionary<string, object>)answer.Instances[0]["children"];
        Check("GetChildren", ((string[])children["ChildNodes"]).Contains("data/TempValue"), answer.Message);
        Check("as many as counted", (uint)children["NoOfChildNodes"] == ((string[])children["ChildNodes"]).Length);
        answer = Finish((Native)session.Call("GetInstance", 0, null, Wmi, store, null)[0]);
        Check("GetInstance", (uint)answer.Instances[0]["SessionId"] == id, answer.Message);
        Check("a date", answer.Instances[0]["Created"] != null);

        Events(prefix, Call);
        Classes(prefix);

        answer = Call("RemoveValue", ("Pathname", "data/TempValue"));
        Check("RemoveValue", answer.Result == "MI_RESULT_OK", answer.Message);
        answer = Call("GetValue", ("Pathname", "data/TempValue"));
        Check("a missing node is NOT_FOUND", answer.Result == "MI_RESULT_NOT_FOUND" && answer.Message.Contains("data/TempValue"), answer.Message);
        answer = Enumerate(Wmi, "No_Such");
        Check("an unknown class is INVALID_CLASS", answer.Result == "MI_RESULT_INVALID_CLASS" && answer.Message.Contains("No_Such"), answer.Message);
        answer = Enumerate("root/nowhere", "No_Such");
        Check("an unknown namespace is INVALID_NAMESPACE", answer.Result == "MI_RESULT_INVALID_NAMESPACE", answer.Message);
        answer = Query("select from where");
        Check("a malformed query is INVALID_QUERY", answer.Result == "MI_RESULT_INVALID_QUERY", answer.Message);
        answer = Call("NoSuchMethod");
        Check("an unknown method is METHOD_NOT_FOUND", answer.Result == "MI_RESULT_METHOD_NOT_FOUND", answer.Message);

        Check("EndSession", Call("EndSession").Result == "MI_RESULT_OK");
        answer = Finish((Native)session.Call("GetInstance", 0, null, Wmi, store, null)[0]);
        Check("an ended session is NOT_FOUND", answer.Result == "MI_RESULT_NOT_FOUND", answer.Message);

        session.Call("Close", IntPtr.Zero, null);
        application.Call("Close");
    }

    static void Events(string prefix, Func<string, (string, string)[], Answer> call)
    {
        var subscription = (Native)session.Call("Subscribe", 0, null, Wmi, "WQL",
            $"select * from {prefix}XenStoreWatchEvent where EventId='data/TempValue'", null, null)[0];
        // an event comes at once when the watch is set, whoever sets it
        call("SetWatch", new[] { ("Pathname", "data/TempValue") });
        var outs = subscription.Call("GetIndication");
        Check("an event", (bool)outs[3] && (string)Elements((Native)outs[0])["EventId"] == "data/TempValue", outs[5]);
        subscription.Call("Cancel", 0);
        Finish(subscription, "GetIndication");
        Check("the subscription ends when it is cancelled", true);
    }

    static void Classes(string prefix)
    {
        var operation = (Native)session.Call("GetClass", 0, null, Wmi, prefix + "XenStoreSession", null)[0];
        var outs = operation.Call("GetClass");
        var type = (Native)outs[0];
        Check("GetClass", (string)type.Call("GetClassName")[0] == prefix + "XenStoreSession", outs[3]);
        Check("a key", (Convert.ToUInt32(type.Call("GetElement", "InstanceName")[5]) & 0x1000) != 0);
        Check("its methods", (uint)type.Call("GetMethodCount")[0] >= 13);
        operation.Call("Close");

        operation = (Native)session.Call("EnumerateClasses", 0, null, Wmi, null, true, null)[0];
        var names = new List<string>();
        for (bool more = true; more;)
        {
            outs = operation.Call("GetClass");
            more = (bool)outs[1];
            if (outs[0] is Native found && !found.IsNull)
                names.Add((string)found.Call("GetClassName")[0]);
        }
        operation.Call("Close");
        Check("EnumerateClasses", names.Contains(prefix + "XenStoreBase") || names.Contains("WMIEvent"), string.Join(" ", names));
    }

    static int Main(string[] arguments)
    {
        try
        {
            Run(arguments[0]);
        }
        catch (Exception failure)
        {
            Console.WriteLine($"FAIL {failure}");
            return 1;
        }
        Console.WriteLine("done");
        return 0;
    }
}
