System.Console.WriteLine("PbfFieldBot");
