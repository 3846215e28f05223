print("a heron")
