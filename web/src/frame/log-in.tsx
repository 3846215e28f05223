import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFault, fetchJson } from '../api/ask.ts';
import { forgetSession } from '../api/session.ts';
import { Btn, Field } from '../kit/controls.tsx';
import { Head } from '../kit/layout.tsx';

/** Where the server wants to know who asks: a token, once, for a session of this browser. */
export function LogIn(): ReactElement {
  const [token, setToken] = useState('');
  const [wrong, setWrong] = useState<string>();
  const queries = useQueryClient();
  const logIn = async (): Promise<void> => {
    try {
      await fetchJson('/api/session', { method: 'POST', body: JSON.stringify({ token: token.trim() }) });
      forgetSession();
      await queries.resetQueries();
    } catch (error) {
      setWrong(error instanceof ApiFault ? error.message : 'The server does not answer.');
    }
  };
  return (
    <>
      <Head
        title="Log in"
        answer="This server answers those that it knows. Give the token that you were given; it is exchanged for a session of this browser and not kept."
      />
      <form
        className="log-in"
        onSubmit={(event) => {
          event.preventDefault();
          void logIn();
        }}
      >
        <Field
          label="Token"
          type="password"
          autoComplete="current-password"
          value={token}
          onChange={(text) => {
            setToken(text);
            setWrong(undefined);
          }}
          {...(wrong === undefined ? {} : { wrong })}
        />
        <Btn kind="main" type="submit" disabled={token.trim() === ''}>
          Log in
        </Btn>
        <p className="note">
          Whoever runs the server makes tokens with <code>foeprint token add</code>.
        </p>
      </form>
    </>
  );
}
